"""Tasks: what the screen and the panel need beyond the office's rows, and what each person keeps of them here."""
