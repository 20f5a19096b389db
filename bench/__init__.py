"""Measurements of the budgets: `python dev.py bench`."""
