"""The form for a new patient, entered while the caller is still talking."""
