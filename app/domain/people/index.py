"""An office's patients in memory, packed so that a hundred thousand of them are small and quick to search.

A block is one text of up to a thousand lines, a line one person: the folded names and digits that a search
looks through, then what is shown. Searching is the interpreter's own text search; a person is unpacked only
when found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from app.domain.people.search import PersonQuery, SearchKey, digits_of, fold, score
from app.domain.schedule.visit import Person

BLOCK_LINES = 1000
"""How many people are kept beside the blocks before they become one."""
TRIED_FOR_ONE = 25
"""How many lines are looked at for each hit that was asked for, before a search of few letters is cut off."""
FRESH = -1
LISTED = "Patient"
DELETED = "Deleted"

_FIELD = "\x1f"
_BLANKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", _FIELD: " "})


class Known(Struct, frozen=True):
    """A person of the index, the clinic, and the patient status as the wire writes it."""

    person: Person
    clinic_num: int = 0
    status: str = LISTED


class PeopleIndex:
    """Everyone who is known, by number, searchable. Once `limit` is reached nobody new is taken in."""

    def __init__(self, limit: int = 120_000) -> None:
        self._limit = limit
        self._blocks: list[str] = []
        self._fresh: dict[int, str] = {}
        self._where: dict[int, int] = {}
        """The block that holds someone's line, or FRESH. Lines elsewhere are outdated."""

    def __len__(self) -> int:
        return len(self._where)

    def __contains__(self, pat_num: int) -> bool:
        return pat_num in self._where

    @property
    def full(self) -> bool:
        """Whether nobody new is taken in any more."""
        return len(self._where) >= self._limit

    def add(self, people: Iterable[Known]) -> None:
        """Take people in; whoever is known already is replaced. Deleted patients are forgotten."""
        for known in people:
            number = known.person.pat_num
            if known.status == DELETED:
                self._where.pop(number, None)
                self._fresh.pop(number, None)
                continue
            line = _line(known)
            if number in self._where:
                if self._line_of(number) == line:
                    continue
            elif self.full:
                continue
            self._fresh[number] = line
            self._where[number] = FRESH
        if len(self._fresh) >= BLOCK_LINES:
            self._pack()

    def get(self, pat_num: int) -> Known | None:
        """Someone by number."""
        return _unpack(self._line_of(pat_num))[1] if pat_num in self._where else None

    def find(self, query: PersonQuery, limit: int = 40) -> list[Known]:
        """The best `limit` matches: best fit first, active patients before others, then by name."""
        if query.empty:
            return []
        found: dict[int, tuple[tuple[int, bool, str, int], Known]] = {}
        for key, known in self._candidates(query, limit * TRIED_FOR_ONE):
            if (fit := score(query, key)) is not None:
                rank = (fit, known.status != LISTED, f"{key.last},{key.given}", key.pat_num)
                found[key.pat_num] = (rank, known)
        return [known for _, known in sorted(found.values(), key=lambda each: each[0])[:limit]]

    def _candidates(self, query: PersonQuery, most: int) -> Iterator[tuple[SearchKey, Known]]:
        """Whoever may match, those by the beginning of the last name first: a cut takes the weakest away."""
        tried = 0
        for needle in _needles(query):
            for place, text in [(FRESH, _block(self._fresh.values())), *enumerate(self._blocks)]:
                for line in _lines_with(text, needle):
                    tried += 1
                    if tried > most:
                        return
                    key, known = _unpack(line)
                    if self._where.get(key.pat_num) == place:
                        yield key, known

    def _line_of(self, pat_num: int) -> str:
        place = self._where[pat_num]
        if place == FRESH:
            return self._fresh[pat_num]
        return next(_lines_with(self._blocks[place], f"{_FIELD}#{pat_num}{_FIELD}"))

    def _pack(self) -> None:
        lines = sorted(self._fresh.items(), key=lambda item: item[1])
        self._where.update(dict.fromkeys(self._fresh, len(self._blocks)))
        self._blocks.append(_block(line for _, line in lines))
        self._fresh.clear()


def search_key(known: Known) -> SearchKey:
    """What someone can be found by."""
    person = known.person
    given = fold(f"{person.first_name} {person.preferred}")
    phones = " ".join(filter(None, (digits_of(phone) for phone in person.phones or (person.phone,))))
    return SearchKey(fold(person.last_name), given, phones, person.birthdate, person.pat_num)


def _needles(query: PersonQuery) -> list[str]:
    """What to look for in the text, rarest kind of thing first; every match holds at least one of them."""
    by_number = []
    if query.birthdate is not None:
        by_number.append(f"{_FIELD}{query.birthdate.isoformat()}{_FIELD}")
    if query.digits and (len(query.digits) >= 4 or not query.words):
        by_number += [f"{_FIELD}#{query.digits}{_FIELD}", query.digits]
    if by_number or not query.words:
        return by_number
    word = max(query.words, key=len)
    return [f"\n{word}", f" {word}"]


def _lines_with(text: str, needle: str) -> Iterator[str]:
    at = text.find(needle)
    while at >= 0:
        start = text.rfind("\n", 0, at + 1) + 1
        end = text.find("\n", at + 1)
        yield text[start:end]
        at = text.find(needle, end)


def _block(lines: Iterable[str]) -> str:
    return "\n" + "\n".join(lines) + "\n"


def _line(known: Known) -> str:
    key, person = search_key(known), known.person
    fields = (
        f"{key.last}, {key.given}",
        key.phones,
        key.birthdate.isoformat() if key.birthdate else "",
        f"#{key.pat_num}",
        _clean(person.last_name),
        _clean(person.first_name),
        _clean(person.preferred),
        "\t".join(_clean(each) for each in person.phones or filter(None, (person.phone,))),
        str(known.clinic_num),
        _clean(known.status),
    )
    return _FIELD.join(fields)


def _unpack(line: str) -> tuple[SearchKey, Known]:
    names, phones, birthdate, number, last, first, preferred, shown, clinic, status = line.split(_FIELD)
    family, _, given = names.partition(", ")
    born = date.fromisoformat(birthdate) if birthdate else None
    pat_num = int(number[1:])
    numbers = tuple(shown.split("\t")) if shown else ()
    person = Person(pat_num, last, first, preferred, born, numbers[0] if numbers else "", phones=numbers)
    return SearchKey(family, given, phones, born, pat_num), Known(person, int(clinic), status)


def _clean(text: str) -> str:
    return text.translate(_BLANKS)
