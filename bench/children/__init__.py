"""Programs that a measurement runs in separate processes. Each prints one JSON line."""
