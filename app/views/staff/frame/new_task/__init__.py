"""The place of the panel for a new task."""
