"""The side panel of who fits free time."""
