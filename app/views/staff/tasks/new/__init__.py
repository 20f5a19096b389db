"""The panel for a new task."""
