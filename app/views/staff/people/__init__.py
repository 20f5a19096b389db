"""The people: managing them, and a second person's approval."""
