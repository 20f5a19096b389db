"""Toasts, and the room that screens make for them."""
