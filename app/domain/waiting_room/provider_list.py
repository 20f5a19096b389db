"""Finds the task list of a provider by its name: "Dr. Marr", "MARR", "DrMarr's inbox"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from app.domain.tasks.find_lists import NamedList
from app.domain.texts.folding import folded

DOCTOR = "Dr"
_WORD = re.compile(r"[^\W_]+")


class ProviderName(Struct, frozen=True):
    """What a provider is called."""

    abbr: str
    last_name: str = ""


def list_of(provider: ProviderName, lists: Iterable[NamedList]) -> NamedList | None:
    """The first list, from the top down, in whose own name the abbreviation or last name is; None: there is none."""
    named = (provider.abbr, provider.last_name, f"{DOCTOR}{provider.last_name}")  # words: how users are named
    wanted = [words for name in named if (words := _words(name)) and name != DOCTOR]
    return next((each for each in lists if any(_has(_words(each.name), words) for words in wanted)), None)


def _has(name: list[str], words: list[str]) -> bool:
    """Whether these words are in a name, one after the other."""
    return any(name[at : at + len(words)] == words for at in range(len(name) - len(words) + 1))


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
