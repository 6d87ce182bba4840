"""FocusPlan: one network at a time, in the hours a small business really has."""
