"""Closing the day: differences, the counted drawer, deposits, collections."""
