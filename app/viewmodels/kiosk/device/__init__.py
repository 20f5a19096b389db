"""Pages of the kiosk for staff and IT: pairing, the staff exit."""
