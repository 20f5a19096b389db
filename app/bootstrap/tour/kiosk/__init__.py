"""The tour of the check-in PC."""
