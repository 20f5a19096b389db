"""What the writes of tasks keep in their intents' contexts, and who follows the journal finds there."""

from __future__ import annotations

from app.journal.entries import Intent

FROM = "from"  # words: a key of an intent
"""The task that is handed on, as `hand_on.Source` in plain form."""


def handed_on_from(intent: Intent) -> int:
    """The TaskNum of the task that a hand-on or one of its steps is about; 0: it is neither."""
    return int(intent.context.get(FROM, {}).get("task_num", 0))
