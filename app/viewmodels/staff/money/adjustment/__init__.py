"""The adjustment panel."""
