"""The widgets of the tasks' screen."""
