"""Who is at the desk: where the staff of an office come from, and when the window is locked."""
