"""The page with everything about the selected appointment: its procedures, type, fields, lab work and papers."""
