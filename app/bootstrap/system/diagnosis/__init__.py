"""What `python -m app diagnose` collects: facts for support, without patient data, keys or people's names.

Each part builds its facts from a list of what may be told; nothing is copied as a whole and then searched for secrets.
Only log lines are copied, and they go through a filter of their own (`lines.py`).
"""
