"""Reminders: in the window always, by the system where that is allowed; the tray, and the start at log-in."""
