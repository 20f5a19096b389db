"""Finds the texts that contain all of the typed words, without scanning the texts.

Every distinct word of the texts is stored once, with the texts that contain it as the bits of an integer. A typed
word of up to three letters is looked up; a longer one is compared with the few words that have its three rarest
letters in a row. The answer is the same as that of a scan: a typed word may be any part of a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.texts.folding import folded

LONGEST_GRAM = 3


class WordIndex:
    """Texts by number, from 0 in the order they were added. A number is never used again."""

    def __init__(self) -> None:
        self.count = 0
        """How many texts were added, removed ones included."""
        self._live = 0
        self._words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._masks: list[int] = []
        self._grams: dict[str, list[int]] = {}
        """The numbers of the words that contain one to three letters in a row."""
        self._gram_masks: dict[str, int] = {}

    def add(self, texts: Iterable[str]) -> None:
        """Add texts. A few hundred at a time cost less than one by one."""
        found: dict[str, list[int]] = {}
        first = self.count
        for text in texts:
            for word in set(folded(text).split()):
                found.setdefault(word, []).append(self.count)
            self.count += 1
        self._live |= ((1 << self.count) - 1) ^ ((1 << first) - 1)
        for word, places in found.items():
            self._put(word, _mask(places, first))

    def remove(self, number: int) -> None:
        """Never find a text again."""
        self._live &= ~(1 << number)

    def find(self, words: Sequence[str]) -> int:
        """The texts that contain all of these folded words; bit n is the text with the number n."""
        found = self._live
        for word in words:
            found &= self._with(word)
        return found

    def _put(self, word: str, places: int) -> None:
        number, grams, masks = self._numbers.get(word), grams_of(word), self._gram_masks
        if number is None:
            number = self._numbers[word] = len(self._words)
            self._words.append(word)
            self._masks.append(0)
            for gram in grams:
                self._grams.setdefault(gram, []).append(number)
        self._masks[number] |= places
        for gram in grams:
            masks[gram] = masks.get(gram, 0) | places

    def _with(self, word: str) -> int:
        """The texts that contain a word, or a part of one."""
        if len(word) <= LONGEST_GRAM:
            return self._gram_masks.get(word, 0)
        grams = (word[at : at + LONGEST_GRAM] for at in range(len(word) - LONGEST_GRAM + 1))
        rarest = min((self._grams.get(gram, ()) for gram in grams), key=len)
        found = 0
        for number in rarest:
            if word in self._words[number]:
                found |= self._masks[number]
        return found


def grams_of(word: str) -> set[str]:
    """One, two and three letters in a row."""
    return {
        word[at : at + length]
        for length in range(1, LONGEST_GRAM + 1)
        for at in range(len(word) - length + 1)
    }


def _mask(places: Sequence[int], first: int) -> int:
    """An integer with the bits at these numbers, the lowest possible of which is `first`."""
    if len(places) == 1:
        return 1 << places[0]
    bits = bytearray((places[-1] - first >> 3) + 1)
    for place in places:
        bits[place - first >> 3] |= 1 << (place - first & 7)
    return int.from_bytes(bits, "little") << first
