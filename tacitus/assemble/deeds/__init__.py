"""What kind of deed the words tell of, and whether they tell it as a fact."""
