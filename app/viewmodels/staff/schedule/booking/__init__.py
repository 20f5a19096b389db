"""Booking and moving an appointment in the side panel."""
