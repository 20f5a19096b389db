"""Names under which the staff are kept. A module of its own because a start looks for them before all else."""

from __future__ import annotations

BOOK = "staff"  # words: a document of the local store
"""The list of staff in the local store."""


def anchor_entry(office: str) -> str:
    """The name of the vault's entry that says that people sign in at an office."""
    return f"staff {office}"  # words: an entry of the vault


def pin_entry(office: str, user_num: int) -> str:
    """The name of the vault's entry with a person's PIN."""
    return f"pin {office} {user_num}"  # words: an entry of the vault
