"""Closing a week: its jobs, its numbers, its words."""
