"""What stays visible while the window is locked."""

MAY_STAY = "shown when locked"  # words: a property's name
"""A window with this property shows nothing of a patient, and stays."""
