"""Three-way merge of a note: what a user changed, and what another user changed meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_PIECE = re.compile(r"[^\n]*?(?:[.!?;]+(?=\s)|\n|$)\s*")
"""A line or a sentence, with the white space after it. Most answers of the office have spaces for line breaks."""
_WORD = re.compile(r"(\S+)(\s*)")


def merge(base: str, ours: str, theirs: str) -> str | None:
    """The note with both changes; None if both changed the same line or sentence, or neighboring ones.

    What both added at the same place is kept, theirs first. White space makes no difference; unchanged pieces
    keep theirs.
    """
    pieces = [_pieces(text) for text in (base, ours, theirs)]
    keys = [[_tidy(piece) for piece in each] for each in pieces]
    found: list[str] = []
    at = (0, 0, 0)
    for one, in_ours, in_theirs in [*_anchors(*keys), tuple(len(each) for each in pieces)]:
        spans = [slice(*ends) for ends in zip(at, (one, in_ours, in_theirs), strict=True)]
        chosen = _choose(*(key[span] for key, span in zip(keys, spans, strict=True)))
        if chosen is None:
            return None
        for which in chosen:
            _add(found, pieces[which][spans[which]])
        if in_theirs < len(pieces[2]):
            _add(found, pieces[2][in_theirs : in_theirs + 1])
        at = (one + 1, in_ours + 1, in_theirs + 1)
    return "".join(found).strip()


def keep_breaks(edited: str, original: str) -> str:
    """An edited text with the original's line breaks between the words that stayed.

    For a text that was edited as the office's answer had it: with spaces for line breaks.
    """
    new, old = _words(edited), _words(original)
    known = SequenceMatcher(None, [word for word, _ in new], [word for word, _ in old], autojunk=False)
    for change, first, end, old_first, old_end in known.get_opcodes():
        if change == "equal":
            _take_gaps(new, old, range(first, end - 1), old_first - first)
        if change == "replace":
            _take_gaps(new, old, [first - 1], old_first - first)
        if change != "equal":
            _take_gaps(new, old, [end - 1], old_end - end)
    return "".join(word + gap for word, gap in new).strip()


def _take_gaps(
    new: list[tuple[str, str]], old: list[tuple[str, str]], places: Iterable[int], offset: int
) -> None:
    """Put the old white space after these words, unless the user typed a line break there."""
    for place in places:
        if 0 <= place < len(new) - 1 and 0 <= place + offset < len(old) - 1 and "\n" not in new[place][1]:
            new[place] = (new[place][0], old[place + offset][1])


def _anchors(base: list[str], ours: list[str], theirs: list[str]) -> list[tuple[int, int, int]]:
    """The pieces that are in all three, by their places."""
    in_ours, in_theirs = _places(base, ours), _places(base, theirs)
    return [(place, in_ours[place], in_theirs[place]) for place in sorted(in_ours.keys() & in_theirs.keys())]


def _places(base: list[str], other: list[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _choose(base: list[str], ours: list[str], theirs: list[str]) -> tuple[int, ...] | None:
    """Whose pieces between two anchors: 1 ours, 2 theirs; None for a collision."""
    if ours in (base, theirs):
        return (2,)
    if theirs == base:
        return (1,)
    return None if base else (2, 1)


def _add(found: list[str], pieces: list[str]) -> None:
    """Add pieces; one without white space at its end was the last one, and is no longer."""
    for piece in pieces:
        if found and not found[-1][-1:].isspace():
            found.append("\r\n" if any("\n" in each for each in found) else " ")
        found.append(piece)


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text.strip()) if piece]


def _words(text: str) -> list[tuple[str, str]]:
    """The words, each with the white space after it."""
    return [(found[1], found[2]) for found in _WORD.finditer(text)]


def _tidy(text: str) -> str:
    return " ".join(text.split())
