"""The widgets of the tasks' screen, and of the panel for a new task."""
