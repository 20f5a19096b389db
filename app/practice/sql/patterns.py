"""LIKE, and the regular expressions of RLIKE, within a query's time.

SQLite's own LIKE can't be stopped. Regular expressions are matched by the library regex, which knows nearly all that
MariaDB's PCRE knows, ends when its time is over, and lets other threads run meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import regex
from msgspec import Struct

from app.practice.server.refusals import BadRequest
from app.practice.sql.limits import Allowance, TooLarge, fits, pattern_fits
from app.practice.sql.values import text

MATCH_SECONDS = 1.0
"""For one text: MariaDB's limit for the steps of a match is reached in less."""
_TOO_SLOW = "SQL error: a regular expression takes too many steps."
_GROUP = r"(?<!\\)(?:\\\\)*\(\?"
"""How a special group begins; `\\(?` is a parenthesis that may be missing."""
_RECURSIVE = re.compile(rf"{_GROUP}(?:R|[+-]?\d|&|P>)")
"""A pattern that contains itself: its memory has no limit."""
_SPACED = re.compile(rf"{_GROUP}[A-Za-z0-9-]*x")
"""A pattern with spaces and comments, which may part the digits of a repetition."""
_REPEATED = re.compile(r"\{([0-9]+)")
_MOST_UNFOLDED = 200_000
"""The library writes a repeated part that often, before it looks at its time."""
_LIKE = regex.IGNORECASE | regex.DOTALL

T = TypeVar("T")


class Patterns:
    """The pattern functions of a connection."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self.functions: Mapping[tuple[str, int], Callable[..., Any]] = {
            ("LIKE", 2): self._like,
            ("LIKE", 3): self._like,
            ("REGEXP", 2): self._matches,
            ("REGEXP_REPLACE", 3): self._replaced,
        }
        """By name and number of arguments."""

    def _like(self, pattern: Any, value: Any, escape: Any = "\\") -> bool | None:
        if pattern is None or value is None or escape is None:
            return None
        like = _compiled_like(pattern_fits(text(pattern)), text(escape)[:1])
        if isinstance(like, _Texts):
            return like.match(text(value).lower())
        return self._timed(lambda seconds: like.fullmatch(text(value), timeout=seconds) is not None)

    def _matches(self, pattern: Any, value: Any) -> bool | None:
        if pattern is None or value is None:
            return None
        found = _compiled(pattern_fits(text(pattern)))
        return self._timed(lambda seconds: found.search(text(value), timeout=seconds) is not None)

    def _replaced(self, value: Any, pattern: Any, new: Any) -> str | None:
        if value is None or pattern is None or new is None:
            return None
        size = 0

        def expand(found: regex.Match[str]) -> str:
            nonlocal size
            self._allowance.left()  # the library looks at its time within a match, not between two
            part = found.expand(text(new))
            size = fits(size + len(part))
            return part

        compiled = _compiled(pattern_fits(text(pattern)))
        pattern_fits(text(new))
        return self._timed(lambda seconds: compiled.sub(expand, text(value), timeout=seconds))

    def _timed(self, match: Callable[[float], T]) -> T:
        try:
            return match(min(MATCH_SECONDS, max(self._allowance.left(), 0.001)))
        except TimeoutError:
            self._allowance.left()
            self._allowance.refuse(BadRequest(_TOO_SLOW))


@lru_cache(maxsize=100)
def _compiled(pattern: str) -> regex.Pattern[str]:
    if _RECURSIVE.search(pattern) or _SPACED.search(pattern):
        raise ValueError("a pattern may not contain itself, or have comments")
    if _unfolded(pattern) > _MOST_UNFOLDED:
        raise TooLarge
    return regex.compile(pattern, regex.IGNORECASE)


def _unfolded(pattern: str) -> int:
    """About the longest that a pattern may become: as if each repetition were within the others."""
    size = len(pattern)
    for found in _REPEATED.finditer(pattern):
        size = min(size * max(int(found[1]), 1), _MOST_UNFOLDED + 1)
    return size


class _Texts(Struct, frozen=True):
    """A LIKE pattern without single wildcards, in lower case: how a value begins, what follows, how it ends."""

    first: str
    middle: list[str]
    last: str

    def match(self, value: str) -> bool:
        """Whether a value in lower case matches."""
        at = len(self.first)
        if not value.startswith(self.first):
            return False
        for piece in self.middle:
            at = value.find(piece, at)
            if at < 0:
                return False
            at += len(piece)
        return len(value) - len(self.last) >= at and value.endswith(self.last)


@lru_cache(maxsize=100)
def _compiled_like(pattern: str, escape: str) -> _Texts | regex.Pattern[str]:
    """Each text between two % is looked for once, from the left: a later place can't match more."""
    pieces: list[list[tuple[str, bool]]] = [[]]
    for sign, is_wild in _signs(pattern, escape):
        if is_wild and sign == "%":
            pieces.append([])
        else:
            pieces[-1].append((sign, is_wild))
    has_single = any(is_wild for piece in pieces for _, is_wild in piece)
    if len(pieces) > 1 and not has_single:
        first, *middle, last = ("".join(sign for sign, _ in piece).lower() for piece in pieces)
        return _Texts(first, middle, last)
    first, *more = (
        "".join("." if is_wild else regex.escape(sign) for sign, is_wild in piece) for piece in pieces
    )
    between = "".join(f"(?>.*?{piece})" for piece in more[:-1])
    return regex.compile(f"{first}{between}{'.*' if more else ''}{''.join(more[-1:])}", _LIKE)


def _signs(pattern: str, escape: str) -> Iterator[tuple[str, bool]]:
    """The signs of a LIKE pattern, and whether each is a wildcard."""
    signs = iter(pattern)
    for sign in signs:
        if sign == escape:
            yield next(signs, sign), False
        else:
            yield sign, sign in "%_"
