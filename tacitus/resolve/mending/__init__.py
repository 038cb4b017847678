"""The reader's markup → the same, with mentions made whole, parted, or added that its words leave no doubt of."""
