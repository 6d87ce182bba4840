"""What asks the owner something before it is done."""
