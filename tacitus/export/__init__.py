"""What was read → lines, tables and columns for people and programs."""
