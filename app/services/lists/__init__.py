"""The office's lists of patients who wait for an appointment."""
