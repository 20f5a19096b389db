"""Hiding the window: the lock page, and what covers everything with it."""
