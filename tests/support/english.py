"""English text of objects that contain translatable texts."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.text import Words, join
from app.domain.schedule.tile import CardRow


def english(words: Words) -> str:
    """A text in American English."""
    return str(join([words]))


def all_english(words: Iterable[Words]) -> tuple[str, ...]:
    """Several texts."""
    return tuple(english(each) for each in words)


def card_in_english(rows: Iterable[CardRow]) -> dict[str, str]:
    """A card's values by their labels."""
    return {english(row.label): english(row.value) for row in rows}
