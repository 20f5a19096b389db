"""How deep a command is, and how often it reads the tables of its WITH.

SQLite copies each of them to every place that reads it: thirty tables that each read the previous one twice would be
copied a billion times, and nothing can stop that.
"""

from __future__ import annotations

from app.practice.server.refusals import BadRequest
from app.practice.sql.dialect import ENDS_ASSIGNMENT
from app.practice.sql.limits import MOST_EXPANSIONS, MOST_NESTED, TOO_DEEP
from app.practice.sql.tokens import Tokens, closing

_NAMES = ("word", "name")


def check_expansions(tokens: Tokens) -> None:
    """BadRequest when a statement is too deep or has a ) too many, or its WITH tables would be copied too often."""
    _check_depth(tokens)
    counter = _Counter(_bodies(tokens))
    for name in counter.bodies:
        if counter.copies(name) > MOST_EXPANSIONS:
            raise BadRequest("SQL error: the tables of WITH are read too often.")


def _check_depth(tokens: Tokens) -> None:
    around: list[int] = []
    depth = 0
    for token in tokens:
        if token.is_word("("):
            around.append(depth)
            depth += 1
        elif token.is_word(")"):
            if not around:
                raise BadRequest("SQL error: a ) has no (.")
            depth = around.pop()
        elif token.is_word(":="):
            depth += 1
        elif token.is_word(*ENDS_ASSIGNMENT):
            depth = around[-1] + 1 if around else 0
        if depth > MOST_NESTED:
            raise BadRequest(TOO_DEEP)


class _Counter:
    """Counts the SELECTs that each table of a WITH becomes, with all that it reads."""

    def __init__(self, bodies: dict[str, list[Tokens]]) -> None:
        self.bodies = bodies
        self._counts: dict[str, int] = {}

    def copies(self, name: str) -> int:
        """The count, cut where it is too large anyway. A table that reads itself does so without a copy."""
        if name not in self._counts:
            self._counts[name] = 0
            read = (
                token.text.lower() for body in self.bodies[name] for token in body if token.kind in _NAMES
            )
            count = 1 + sum(self.copies(each) for each in read if each in self.bodies)
            self._counts[name] = min(count, MOST_EXPANSIONS + 1)
        return self._counts[name]


def _bodies(tokens: Tokens) -> dict[str, list[Tokens]]:
    """What stands in parentheses after `name AS` or `name (columns) AS`, by the name in lower case."""
    found: dict[str, list[Tokens]] = {}
    for place, token in enumerate(tokens):
        if token.is_word("AS") and place and (name := _name_before(tokens, place - 1)):
            opening = place + 1
            while opening < len(tokens) and tokens[opening].is_word("NOT", "MATERIALIZED"):
                opening += 1
            if opening < len(tokens) and tokens[opening].is_word("("):
                body = tokens[opening + 1 : closing(tokens, opening)]
                found.setdefault(name, []).append(body)
    return found


def _name_before(tokens: Tokens, place: int) -> str:
    """The name that ends here, or that stands before a list of columns that ends here."""
    if tokens[place].is_word(")"):
        while place > 0 and not tokens[place].is_word("("):
            place -= 1
        place -= 1
    token = tokens[max(place, 0)]
    return token.text.lower() if token.kind in _NAMES else ""
