"""Writes on the details of one appointment: its procedures, type, priority and fields."""
