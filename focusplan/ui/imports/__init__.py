"""Bringing in numbers from files: the dialog, its screens, and files dropped on the window."""
