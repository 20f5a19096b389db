"""Connects neighbors: the units of a bridge, a space maintainer's wire, a denture's base."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from app.domain.chart.anatomy import row_of
from app.domain.chart.mouth import Link, Presence, ToothState
from app.domain.chart.work import BRIDGE, Kind, Work

Fits = Callable[[Work], bool]
_LINKED: tuple[tuple[Kind, Fits], ...] = (
    (Kind.PONTIC, lambda work: work.kind in BRIDGE),
    (Kind.SPACE_MAINTAINER, lambda work: work.kind is Kind.SPACE_MAINTAINER),
    (Kind.DENTURE, lambda work: work.kind is Kind.DENTURE),
)
_ANY = BRIDGE | {Kind.SPACE_MAINTAINER, Kind.DENTURE}


def make_links(places: Sequence[ToothState]) -> tuple[ToothState, ...]:
    """The same places with their connections."""
    linked = list(places)
    if not any(work.kind in _ANY for state in places for work in state.works):
        return tuple(linked)
    for upper in (True, False):
        row = [slot for slot in row_of(upper=upper) if places[slot - 1].presence is not Presence.HIDDEN]
        for kind, fits in _LINKED:
            _link(linked, row, kind, fits)
    return tuple(linked)


def _link(places: list[ToothState], row: Sequence[int], kind: Kind, fits: Fits) -> None:
    """Connect each place's latest fitting work with that of its neighbors, if both are in the same state."""
    works = [next((each for each in reversed(places[slot - 1].works) if fits(each)), None) for slot in row]
    if kind is Kind.SPACE_MAINTAINER:
        works = _filled(works)
    for index, (slot, work) in enumerate(zip(row, works, strict=True)):
        if work is None:
            continue
        before = works[index - 1] if index else None
        after = works[index + 1] if index + 1 < len(works) else None
        left = before is not None and before.status is work.status
        right = after is not None and after.status is work.status
        if left or right or kind is not Kind.PONTIC:
            state = places[slot - 1]
            link = Link(kind, work.status, work.light, left, right)
            places[slot - 1] = replace(state, links=(*state.links, link))


def _filled(works: list[Work | None]) -> list[Work | None]:
    """A wire also passes the places between the teeth that it is recorded for: of one quadrant, or across the front."""
    held = [index for index, work in enumerate(works) if work is not None]
    for first, last in pairwise(held):
        one, other = works[first], works[last]
        if one is not None and other is not None and one.status is other.status:
            works[first:last] = [one] * (last - first)
    return works
