"""The panel for a new task, beside any screen."""
