"""The place of the money panels, beside every screen."""
