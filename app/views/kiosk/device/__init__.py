"""The kiosk's window, its locks, and the pages for staff and IT."""
