"""The kiosk program: a small supervisor process, and the process that shows the check-in screen."""
