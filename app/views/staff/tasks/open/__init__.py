"""The open task."""
