"""The tour of the lists."""
