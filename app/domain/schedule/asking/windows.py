"""Puts statements about days and times together: "next week mon am or wed pm"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from app.domain.schedule.asking.asked import (
    ANY_TIME,
    EVERY_DAY,
    DateRange,
    Piece,
    PieceKind,
    TimeSet,
    Window,
)

ONE_DAY = timedelta(days=1)
NO_DAYS: DateRange = (date.max, date.min)


def joined(pieces: Sequence[Piece], today: date) -> tuple[tuple[Window, ...], frozenset[int]]:
    """The windows, and which of these pieces can't be: days that don't exist or are over.

    A day after a day with a time begins another window. What is said of the dates only once holds for all of them.
    """
    groups = _groups(pieces)
    ranged = [group for group in groups if any(piece.range for _, piece in group)]
    shared = [pair for pair in ranged[0] if pair[1].range] if len(ranged) == 1 else []
    windows: list[Window] = []
    impossible: set[int] = set()
    for group in groups:
        whole = group if group in ranged else [*shared, *group]
        window = _window([piece for _, piece in whole])
        windows.append(window)
        if not _is_ahead(window, today):
            impossible |= {at for at, piece in whole if piece.range or piece.weekdays}
        if any(each.is_empty for each in window.times):
            impossible |= {at for at, piece in whole if piece.times}
    return tuple(each for each in windows if each != Window()), frozenset(impossible)


def _groups(pieces: Sequence[Piece]) -> list[list[tuple[int, Piece]]]:
    groups: list[list[tuple[int, Piece]]] = [[]]
    for at, piece in enumerate(pieces):
        if piece.kind not in (PieceKind.DAYS, PieceKind.TIMES):
            continue
        kinds = {each.kind for _, each in groups[-1] if each.range is None or piece.alternative}
        last = groups[-1][-1][1].kind if groups[-1] else piece.kind
        is_new = last is not piece.kind and kinds == {PieceKind.DAYS, PieceKind.TIMES}
        if is_new and (piece.range is None or piece.alternative) and not piece.excluded:
            groups.append([])
        groups[-1].append((at, piece))
    return [group for group in groups if group]


def _window(pieces: Sequence[Piece]) -> Window:
    named = [each.weekdays for each in pieces if each.weekdays is not None and not each.excluded]
    weekdays = frozenset[int]().union(*named) if named else EVERY_DAY
    for each in pieces:
        if each.weekdays is not None and each.excluded:
            weekdays &= each.weekdays
    return Window(_ranges(pieces), weekdays, _times(pieces))


def _ranges(pieces: Sequence[Piece]) -> tuple[DateRange, ...]:
    """Days and weeks are alternatives; limits and exceptions hold for all of them."""
    ranges = _wanted([each.range for each in pieces if each.range is not None and not each.excluded])
    for each in pieces:
        if each.range is not None and each.excluded:
            ranges = _without(ranges or ((None, None),), each.range)
    return ranges


def _without(ranges: tuple[DateRange, ...], excluded: DateRange) -> tuple[DateRange, ...]:
    """The days before and after those that are excluded; where none is left, one range without days."""
    first, last = excluded
    parts: list[DateRange] = [(None, first - ONE_DAY)] if first is not None else []
    parts += [(last + ONE_DAY, None)] if last is not None else []
    left = [_both(one, other) for one in ranges for other in parts]
    possible = tuple(each for each in left if each[0] is None or each[1] is None or each[0] <= each[1])
    return possible or (NO_DAYS,)


def _both(one: DateRange, other: DateRange) -> DateRange:
    starts, ends = zip(one, other, strict=True)
    return max(filter(None, starts), default=None), min(filter(None, ends), default=None)


def _wanted(said: Sequence[DateRange]) -> tuple[DateRange, ...]:
    first = max((start for start, end in said if start and end is None), default=None)
    last = min((end for start, end in said if start is None and end), default=None)
    whole = [(start, end) for start, end in said if start and end]
    if not whole:
        return ((first, last),) if first or last else ()
    limited = [(max(start, first or start), min(end, last or end)) for start, end in whole]
    return tuple(dict.fromkeys(limited))


def _times(pieces: Sequence[Piece]) -> tuple[TimeSet, ...]:
    """A limit and another one hold together. Times that exclude each other are alternatives, like those after "or"."""
    times: list[TimeSet] = []
    for each in pieces:
        if each.times is None:
            continue
        both = [one.also(each.times) for one in times]
        limits = each.times.is_limit and all(one.is_limit for one in times)
        if times and not each.alternative and (limits or not any(one.is_empty for one in both)):
            times = both
        else:
            times.append(each.times)
    return tuple(dict.fromkeys(times)) or ANY_TIME


def _is_ahead(window: Window, today: date) -> bool:
    """Whether any of its days is still to come."""
    if not window.ranges:
        return bool(window.weekdays)
    ahead = tuple(
        (max(start, today) if start is not None else today, end)
        for start, end in window.ranges
        if end is None or end >= today
    )
    return bool(ahead) and replace(window, ranges=ahead).is_possible
