"""How the program finds and opens an office: checks, the first connection, this PC's vault."""
