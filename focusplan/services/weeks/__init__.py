"""What a week is made of: its jobs planned, placed, ticked, told."""
