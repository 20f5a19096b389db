"""Writes on appointments: booked, moved, broken, marked, and what goes with it."""
