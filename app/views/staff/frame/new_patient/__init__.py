"""The panel for a new patient, beside every screen."""
