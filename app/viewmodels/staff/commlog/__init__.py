"""Writing a commlog about the selected patient, on every screen."""
