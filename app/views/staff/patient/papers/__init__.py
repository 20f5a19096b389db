"""The Documents and Forms tabs of the patient page."""
