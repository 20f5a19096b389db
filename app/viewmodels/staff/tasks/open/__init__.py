"""The open task: its details, its thread of notes, and everything that is done with it."""
