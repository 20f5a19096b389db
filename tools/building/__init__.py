"""Building the bundle: a folder that needs no Python. `python dev.py build` calls it, in the .venv's Python."""
