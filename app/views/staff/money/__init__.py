"""The widgets of the money panels."""
