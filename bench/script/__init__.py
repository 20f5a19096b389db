"""The scripted day: what a receptionist does on each screen, key by key. bench/script/day.py lists the screens."""
