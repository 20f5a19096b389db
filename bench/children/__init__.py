"""Programs that a measurement starts in a process of their own. Each prints one JSON line."""
