"""The lists: whom to confirm, and who waits for an appointment."""
