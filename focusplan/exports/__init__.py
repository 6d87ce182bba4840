"""What leaves the program as files other programs read: the whole plan, tables, a calendar."""
