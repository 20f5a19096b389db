"""The panel that takes a payment."""
