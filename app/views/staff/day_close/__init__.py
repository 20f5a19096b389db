"""The screen for closing the day."""
