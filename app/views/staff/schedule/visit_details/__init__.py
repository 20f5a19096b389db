"""The page with the details of the selected appointment."""
