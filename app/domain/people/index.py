"""An in-memory index of an office's patients, packed so that 100,000 of them need little memory and search fast.

A search runs str.find over blocks of a thousand people; only the people in the result are unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from msgspec.structs import replace

from app.domain.people.packed import (
    DELETED,
    LISTED,
    KnownPatient,
    Lines,
    details_in,
    join,
    lines_with,
    number_in,
    pack,
    search_key,
    unpack,
)
from app.domain.people.ranks import Rank, rank_known, rank_line, rank_named
from app.domain.people.search import (
    FEWEST_OF_CODE,
    Grouping,
    PersonQuery,
    SearchKey,
    fits_numbers,
    groupings_of,
    without_initials,
)

__all__ = ["DELETED", "LISTED", "KnownPatient", "PeopleIndex", "Similar", "search_key"]

BLOCK_LINES = 1000
"""How many people are kept outside the blocks before they become a block."""
LOOKED_AT = 4000
"""Maximum lines examined per form of a name, so that a search for few letters stays fast."""
RANKED_FOR_ONE = 25
"""People ranked per requested result: the same limit for searches where most lines match."""
UNPACKED_FOR_ONE = 5
"""As `RANKED_FOR_ONE`, for matches by number: each of them has to be unpacked."""
ENOUGH = 8
"""Typos are tolerated only when there are fewer exact matches than this: the size of the result list."""
FEWEST_LETTERS, FEWEST_BESIDE = 4, 3
"""Minimum length of a word for tolerating a typo, alone and beside a longer one.

In shorter words, every name would be one edit away.
"""
MOST_WORDS = 3
"""Maximum number of words for tolerating a typo."""
MOST_SIMILAR = 6
"""Maximum number of names tried in place of a word."""
FEWEST_DIGITS = 4
"""With fewer digits than this next to a name, only people with that name are searched for them."""
FEW_LETTERS = 3
"""Shorter beginnings of names match so many lines that most are cut off."""
FRESH = -1

Similar = Callable[[str, AbstractSet[str]], list[str]]
"""Returns the names, or beginnings of names, that are one typo away from a word."""


class PeopleIndex:
    """All known people by PatNum, searchable. When `limit` is reached, new people are not added.

    `similar` finds names that differ by a typo; without it, typos are not tolerated.
    """

    def __init__(self, limit: int = 120_000, similar: Similar | None = None) -> None:
        self.similar = similar
        self._limit = limit
        self._blocks: list[Lines] = []
        self._fresh: dict[int, Lines] = {}
        self._fresh_block: Lines | None = None
        self._where: dict[int, int] = {}
        """The block that holds a person's current lines, or FRESH. Lines in other blocks are outdated."""
        self._near: dict[int, tuple[SearchKey, bool]] = {}
        """Unpacked, of those who were near: what they are found by, and whether they are active."""
        self._charts = False
        """Whether anybody has a chart number: most offices don't use them."""
        self._names: set[str] = set()
        """Interns the searchable forms of names: names recur, so there are few distinct ones."""

    def __len__(self) -> int:
        return len(self._where)

    def __contains__(self, pat_num: int) -> bool:
        return pat_num in self._where

    @property
    def full(self) -> bool:
        """Whether the limit is reached."""
        return len(self._where) >= self._limit

    def add(self, people: Iterable[KnownPatient]) -> None:
        """Add people, replacing those already known. Deleted patients are removed."""
        for known in people:
            number = known.person.pat_num
            self._near.pop(number, None)
            if known.status == DELETED:
                self._where.pop(number, None)
                self._fresh.pop(number, None)
            elif number in self._where or not self.full:
                self._take(number, known)
            if len(self._fresh) >= BLOCK_LINES:
                self._pack()
        self._fresh_block = None

    def get(self, pat_num: int) -> KnownPatient | None:
        """The person with this PatNum."""
        return unpack(self._details_of(pat_num)) if pat_num in self._where else None

    def find(
        self, query: PersonQuery, limit: int = 40, near: AbstractSet[int] = frozenset()
    ) -> list[KnownPatient]:
        """The best `limit` matches: by rank, then those of `near` (PatNums), active patients, by name.

        Matches with a typo come last, and only when there are few exact ones.
        """
        if query.empty:
            return []
        groupings = groupings_of(query)
        found = self._ranked(query, groupings, limit)
        if len(found) < ENOUGH:
            typos = self._respelled(groupings) if len(query.words) <= MOST_WORDS else []
            forgiven = [*without_initials(groupings), *typos]
            found = self._ranked(query, forgiven, limit) | found
        for pat_num in near:
            if (one := self._rank_near(query, groupings, pat_num)) is not None:
                found[pat_num] = min(one, found.get(pat_num, one))
        best = sorted(found.values(), key=lambda each: (each[0], each[-1] not in near, each))[:limit]
        return [known for *_, pat_num in best if (known := self.get(pat_num)) is not None]

    # --- inside --------------------------------------------------------------------------------------------

    def _take(self, number: int, known: KnownPatient) -> None:
        if not known.person.guarantor and number in self._where:  # a search's row doesn't name the guarantor
            before = unpack(self._details_of(number)).person.guarantor
            known = replace(known, person=replace(known.person, guarantor=before))
        key = search_key(known)
        lines = pack(known, key)
        if number not in self._where or self._details_of(number) != lines.details:
            self._names.update(key.last, key.given, _single(key.last), _single(key.given))
            self._charts = self._charts or bool(key.chart)
            self._fresh[number] = lines
            self._where[number] = FRESH

    def _ranked(self, query: PersonQuery, groupings: list[Grouping], limit: int) -> dict[int, Rank]:
        """People who match one of the groupings: PatNum and best rank."""
        found: dict[int, Rank] = {}
        ranks = list(self._by_number(query, groupings, limit * UNPACKED_FOR_ONE))
        if not query.birthdates and len(query.digits) < FEWEST_DIGITS:
            named = self._by_name(groupings, limit * RANKED_FOR_ONE)
            ranks += [each for each in named if not query.digits or self._fits(query, each[-1])]
        for each in ranks:
            found[each[-1]] = min(each, found.get(each[-1], each))
        return found

    def _rank_near(self, query: PersonQuery, groupings: list[Grouping], pat_num: int) -> Rank | None:
        """One person's rank by name, who may be beyond the lines that a search looks at."""
        if pat_num not in self._near and (known := self.get(pat_num)) is not None:
            self._near[pat_num] = search_key(known), known.status == LISTED
        if pat_num not in self._near or not query.words:
            return None
        key, active = self._near[pat_num]
        return rank_named(query, groupings, key, active=active)

    def _fits(self, query: PersonQuery, pat_num: int) -> bool:
        known = self.get(pat_num)
        return known is not None and fits_numbers(query, search_key(known))

    def _by_name(self, groupings: list[Grouping], most: int) -> Iterator[Rank]:
        """People whose name matches one of the groupings."""
        for needle, sharing in _by_needle(groupings).items():
            ranked = 0
            for looked_at, (place, line) in enumerate(self._lines(needle)):
                if looked_at >= LOOKED_AT or ranked >= most:
                    break
                fitting = [each for each in sharing if all(part in line for part in each.parts)]
                if fitting and (one := rank_line(line, fitting)) is not None:
                    ranked += 1
                    if self._where.get(one[-1]) == place:
                        yield one

    def _lines(self, needle: str) -> Iterator[tuple[int, str]]:
        """The lines with a name that starts with the needle.

        For a needle of few letters, matching last names come first, because most matches are cut off.
        """
        many = len(needle) < FEW_LETTERS
        for before in ("\n ", " ") if many else (" ",):
            for place, block in self._all_blocks():
                for line in lines_with(block.names, before + needle):
                    yield place, line

    def _by_number(self, query: PersonQuery, groupings: list[Grouping], most: int) -> Iterator[Rank]:
        """People whose birthdate, phone number, PatNum or chart number matches."""
        unpacked = 0
        for place, line in self._lines_by_number(query):
            if unpacked >= most:
                return
            number = number_in(line)
            if self._where.get(number) == place and (known := self.get(number)) is not None:
                unpacked += 1
                if (one := rank_known(query, groupings, known)) is not None:
                    yield one

    def _lines_by_number(self, query: PersonQuery) -> Iterator[tuple[int, str]]:
        """Most selective kind first."""
        for each in query.birthdates:
            for place, block in self._all_blocks():
                for line in lines_with(block.births, f"\n{each.isoformat()} "):
                    yield place, line
        for needle in _number_needles(query, charts=self._charts):
            for place, block in self._all_blocks():
                for line in lines_with(block.numbers, needle):
                    yield place, line

    def _respelled(self, groupings: list[Grouping]) -> list[Grouping]:
        """The groupings with one part replaced by a name that differs by a typo."""
        if self.similar is None:
            return []
        similar: dict[str, list[str]] = {}
        respelled: list[Grouping] = []
        typed = {
            part for grouping in groupings for part in grouping.parts
        }  # "ortiz m" is not a misspelled Ortiz
        for grouping in groupings:
            parts, long = grouping.parts, sum(len(part) >= FEWEST_LETTERS for part in grouping.parts)
            for place, part in enumerate(parts):
                if len(part) < (FEWEST_BESIDE if long else FEWEST_LETTERS):
                    continue
                if part not in similar:
                    similar[part] = self.similar(part, self._names)[:MOST_SIMILAR]
                respelled += [
                    Grouping((*parts[:place], name, *parts[place + 1 :]), grouping.family, typo=True)
                    for name in similar[part]
                    if name not in typed
                ]
        return respelled

    def _all_blocks(self) -> Iterator[tuple[int, Lines]]:
        if self._fresh_block is None:
            self._fresh_block = join(self._fresh.values())
        yield FRESH, self._fresh_block
        yield from enumerate(self._blocks)

    def _details_of(self, pat_num: int) -> str:
        place = self._where[pat_num]
        if place == FRESH:
            return self._fresh[pat_num].details
        return details_in(self._blocks[place].details, pat_num)

    def _pack(self) -> None:
        self._where.update(dict.fromkeys(self._fresh, len(self._blocks)))
        self._blocks.append(join(sorted(self._fresh.values(), key=lambda lines: lines.names)))
        self._fresh.clear()


def _single(tails: tuple[str, ...]) -> Iterator[str]:
    """The single words of a name, from its tails; all but the last word."""
    return (longer.removesuffix(shorter) for longer, shorter in pairwise(tails))


def _by_needle(groupings: Iterable[Grouping]) -> dict[str, list[Grouping]]:
    """The groupings by search string: the longest part of each, with those that share a prefix grouped."""
    longest = {grouping: max(grouping.parts, key=len) for grouping in groupings}
    shared: dict[str, list[Grouping]] = {}
    for grouping, own in longest.items():
        needle = min((each for each in longest.values() if own.startswith(each)), key=len)
        shared.setdefault(needle, []).append(grouping)
    return shared


def _number_needles(query: PersonQuery, *, charts: bool) -> list[str]:
    """Search strings for the typed number or chart number."""
    needles = []
    if query.code and charts:
        needles.append(f" ={query.code}" + (" " if len(query.code) < FEWEST_OF_CODE else ""))
    if query.digits and (len(query.digits) >= FEWEST_DIGITS or not query.words):
        needles += [f" #{query.digits}\n", query.digits]
    return needles
