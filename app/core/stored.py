"""Documents that another version of the program may have written: what this one doesn't know stays in them.

A document is read leniently: unknown keys are ignored, a value that can't be read counts as its default, a row that
can't be read is left out. What is saved is the stored document with only what was changed here, so a PC that was not
updated yet takes nothing away from the others of the office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Struct

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T", bound=Struct)


def read(plain: Any, kind: type[T]) -> T | None:
    """A struct from plain values; None if one that has no default is missing or can't be read."""
    try:
        return msgspec.convert(plain, kind, str_keys=True)
    except msgspec.ValidationError:
        if not isinstance(plain, Mapping):
            return None
    usable = {}
    for each in msgspec.structs.fields(kind):
        try:
            usable[each.name] = msgspec.convert(plain[each.encode_name], each.type, str_keys=True)
        except (KeyError, msgspec.ValidationError):
            if each.required:
                return None
    return kind(**usable)


def changed(stored: Any, before: Any, after: Any) -> Any:
    """Plain values as they were stored, with what differs between what was read of them and what is wanted."""
    if after == before:
        return stored
    if not all(isinstance(each, Mapping) for each in (stored, before, after)):
        return after
    unknown = {key: value for key, value in stored.items() if key not in before}
    return {
        **{
            key: changed(stored[key], before[key], value) if key in stored and key in before else value
            for key, value in after.items()
        },
        **unknown,
    }


def plain_rows(data: bytes, *keys: str) -> dict[tuple[str, ...], Any]:
    """The rows of a document as they are stored, by the texts of these values; a row without them by all of it."""
    plain = _plain(data)
    return {
        tuple(str(each[key]) for key in keys)
        if isinstance(each, Mapping) and all(key in each for key in keys)
        else (str(each),): each
        for each in (plain if isinstance(plain, list) else ())
    }


def merged_dicts(
    base: Mapping[K, V],
    mine: Mapping[K, V],
    theirs: Mapping[K, V],
    *,
    both: Callable[[V, V], V] = lambda mine, _: mine,
) -> dict[K, V]:
    """What either side changed since `base`; `both` decides about what both sides changed in different ways.

    What one side removed and the other changed stays.
    """
    merged: dict[K, V] = {}
    for key in dict.fromkeys([*theirs, *mine]):
        before, here, there = base.get(key), mine.get(key), theirs.get(key)
        if there in (here, before):
            found = here
        elif here == before:
            found = there
        else:
            found = there if here is None else here if there is None else both(here, there)
        if found is not None:
            merged[key] = found
    return merged


class StoredOne(Generic[T]):
    """A document of one struct; `value` is None if there is none that can be read."""

    def __init__(self, data: bytes, kind: type[T]) -> None:
        self._plain = _plain(data)
        self.value = read(self._plain, kind) if self._plain is not None else None
        self._before = msgspec.to_builtins(self.value, str_keys=True)

    def encode(self, value: T) -> bytes:
        """The document with this value, which is what is stored from now on."""
        after = msgspec.to_builtins(value, str_keys=True)
        self._plain = changed(self._plain, self._before, after) if self.value is not None else after
        self.value, self._before = value, after
        return msgspec.json.encode(self._plain)


class StoredRows(Generic[T]):
    """A document of many structs; `rows` has those that can be read."""

    def __init__(self, data: bytes, kind: type[T], key: Callable[[T], object]) -> None:
        plain = _plain(data)
        self._key = key
        self._unread: list[Any] = []
        self._stored: dict[object, tuple[Any, Any]] = {}
        """By key: as stored, and as it was read."""
        self.rows: list[T] = []
        for each in plain if isinstance(plain, list) else ():
            row = read(each, kind)
            if row is None:
                self._unread.append(each)
            else:
                self.rows.append(row)
                self._stored[key(row)] = each, msgspec.to_builtins(row, str_keys=True)

    def encode(self, rows: Iterable[T]) -> bytes:
        """The document with these rows, and those that can't be read behind them."""
        self.rows = list(rows)
        kept: dict[object, tuple[Any, Any]] = {}
        for row in self.rows:
            after = msgspec.to_builtins(row, str_keys=True)
            before = self._stored.get(self._key(row))
            kept[self._key(row)] = (changed(*before, after) if before is not None else after), after
        self._stored = kept
        return msgspec.json.encode([*(stored for stored, _ in kept.values()), *self._unread])


def _plain(data: bytes) -> Any:
    try:
        return msgspec.json.decode(data) if data else None
    except msgspec.DecodeError:
        return None
