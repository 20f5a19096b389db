"""A text field with Quick Paste notes."""
