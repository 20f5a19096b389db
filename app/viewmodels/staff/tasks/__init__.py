"""Tasks: the screen, the panel for a new one, and the way to both from everywhere."""
