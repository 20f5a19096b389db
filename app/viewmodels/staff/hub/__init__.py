"""The office hub at the desk: connecting to one, running one on this PC, and its devices."""
