"""The refund panel."""
