"""The payment plan panel."""
