"""What is compared of one account: its words, days, places, parties and tolls; and which reports are copies."""
