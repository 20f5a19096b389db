"""Patients who wait for an appointment: on the ASAP, unscheduled, planned and recall lists."""
