"""Signing in, locking, approving, and managing the staff."""
