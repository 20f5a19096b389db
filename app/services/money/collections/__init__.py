"""Families that owe: whom to call, and what they promised."""
