"""Questions that are asked where they come up, instead of in a dialog."""
