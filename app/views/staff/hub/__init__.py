"""The page of the office hub."""
