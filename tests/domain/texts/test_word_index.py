"""Finding texts by their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.texts.folding import folded
from app.domain.texts.word_index import WordIndex

TEXTS = st.lists(st.text(alphabet="abcÄé #1\n\t", max_size=30), max_size=20)
WORDS = st.lists(st.text(alphabet="abcae#1", min_size=1, max_size=5), max_size=3)


def scan(texts: list[str], words: list[str]) -> set[int]:
    """The numbers of the texts that contain all words, found by reading each."""
    return {at for at, text in enumerate(texts) if all(word in folded(text) for word in words)}


def bits(mask: int) -> set[int]:
    """The numbers of the set bits."""
    return {at for at in range(mask.bit_length()) if mask >> at & 1}


@given(TEXTS, TEXTS, WORDS)
def test_the_index_finds_what_a_scan_finds(first: list[str], second: list[str], words: list[str]) -> None:
    """Any part of a word finds its texts, whenever they were added, and nothing else is found."""
    index = WordIndex()
    index.add(first)
    index.add(second)
    assert bits(index.find(words)) == scan([*first, *second], words)


def test_accents_and_case_do_not_count() -> None:
    """A name is found as it is typed on an American keyboard."""
    index = WordIndex()
    index.add(["Peña, ŁUKASZ", "Pena", "Straße"])
    assert bits(index.find(["pena"])) == {0, 1}
    assert bits(index.find([folded("łuk")])) == {0}
    assert bits(index.find([folded("STRASSE")])) == {2}


def test_a_removed_text_is_not_found() -> None:
    """A removed text is never found again, and its number is not given to another."""
    index = WordIndex()
    index.add(["crown", "crown on 14"])
    index.remove(0)
    index.add(["crown again"])
    assert bits(index.find(["crown"])) == {1, 2}
    assert bits(index.find([])) == {1, 2}
