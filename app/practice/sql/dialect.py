"""Translates MariaDB's SQL dialect into SQLite's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from app.practice.server.refusals import BadRequest
from app.practice.sql.dates import UNITS
from app.practice.sql.functions import NAMES
from app.practice.sql.groups import ASCENDING, DESCENDING
from app.practice.sql.names import with_whole_names
from app.practice.sql.tokens import Token, Tokens, closing, cut, first_piece

_OTHER_WORDS: Mapping[str, str] = {
    "&&": "AND", "||": "OR", "!": "NOT", "<=>": "IS", "/": "* 1.0 /", "DIV": "/", "MOD": "%", "RLIKE": "REGEXP",
    "DISTINCTROW": "DISTINCT", "STRAIGHT_JOIN": "JOIN", "CURRENT_DATE": '"CURDATE"()', "TRANSACTION": '"TRANSACTION"',
    "CURRENT_TIMESTAMP": '"NOW"()', "LOCALTIME": '"NOW"()', "LOCALTIMESTAMP": '"NOW"()',
    "BINARY": "", "SQL_NO_CACHE": "", "HIGH_PRIORITY": "", "SQL_CALC_FOUND_ROWS": "", "DUAL": "(SELECT 1)",
}  # fmt: skip
"""Words and operators that SQLite writes differently or lacks. SQLite divides integers to integers."""
_SETS = ("UNION", "EXCEPT", "INTERSECT")
ENDS_ASSIGNMENT = (",", "AS", "FROM", "INTO", "WHERE", "LIMIT", "UNION")
_DATES_MOVED = {"DATE_ADD": "DATE_ADD", "ADDDATE": "DATE_ADD", "DATE_SUB": "DATE_SUB", "SUBDATE": "DATE_SUB"}
_BEFORE_PARENTHESES = (
    "ALL", "AND", "AS", "BETWEEN", "BINARY", "BY", "CASE", "DISTINCT", "DIV", "ELSE", "EXCEPT", "EXISTS",
    "FROM", "HAVING", "IN", "INTERSECT", "INTERVAL", "IS", "JOIN", "LIKE", "LIMIT", "NOT", "ON", "OR",
    "REGEXP", "RLIKE", "SELECT", "THEN", "UNION", "USING", "VALUES", "WHEN", "WHERE", "XOR",
)  # fmt: skip
"""Words before parentheses that are not functions."""
_COMPARISONS = ("<", ">", "<=", ">=", "=", "<>", "!=")
_NUMBERS = (
    "SUM", "COUNT", "AVG", "ROUND", "ABS", "FLOOR", "CEILING", "MOD", "LENGTH", "CHAR_LENGTH", "YEAR", "MONTH", "DAY",
    "QUARTER", "WEEK", "WEEKDAY", "DAYOFWEEK", "HOUR", "MINUTE", "DATEDIFF", "TIMESTAMPDIFF", "TO_DAYS",
)  # fmt: skip
_SEQUENCE = re.compile(r"seq_(\d+)_to_(\d+)(?:_step_(\d+))?", re.IGNORECASE)
_OPERANDS = ("text", "name", "number", "variable", "word")


def to_sqlite(tokens: Tokens) -> str:
    """A statement in SQLite's dialect. What is not recognized stays unchanged."""
    return _Level(_of_tables(tokens), is_statement=True).written()


def _of_tables(tokens: Tokens) -> list[Token]:
    """Temporary tables are dropped like any other, and created AS a SELECT."""
    first = [token.upper for token in tokens[:2]]
    if first == ["DROP", "TEMPORARY"]:
        return [tokens[0], *tokens[2:]]
    before, *select = cut(tokens, "SELECT")
    if first == ["CREATE", "TEMPORARY"] and select and not before[-1].is_word("AS"):
        return [*before, Token("word", "AS", "AS"), *tokens[len(before) :]]
    return list(tokens)


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _inner(tokens: Tokens) -> str:
    return _Level(tokens).written()


class _Level:
    """Translates the tokens within one pair of parentheses, or a whole statement, in order."""

    def __init__(self, tokens: Tokens, *, is_statement: bool = False) -> None:
        self._tokens = with_whole_names(tokens)
        self._is_statement = is_statement
        self._assigns = any(token.is_word(":=") for token in first_piece(tokens, "FROM"))
        self._out: list[str] = []
        self._at = 0

    def written(self) -> str:
        """Translate everything."""
        while self._at < len(self._tokens):
            self._next()
        return " ".join(filter(None, self._out))

    def _next(self) -> None:
        token = self._tokens[self._at]
        if token.is_word("("):
            self._group()
        elif self._is_call(token):
            end = closing(self._tokens, self._at + 1)
            text = _call(token, self._tokens[self._at + 2 : end])
            self._out.append(f"CAST({text} AS NUMERIC)" if self._is_compared(token, end + 1) else text)
            self._at = end + 1
        elif token.is_word("INTERVAL") and self._sign_at(self._at - 1, "+", "-"):
            self._moved_date()
        elif token.kind == "variable" and self._sign_at(self._at + 1, ":="):
            self._assignment(token)
        else:
            self._out.append(self._single(token))
            self._at += 1

    def _is_call(self, token: Token) -> bool:
        follows = self._sign_at(self._at + 1, "(")
        return follows and token.kind == "word" and token.upper not in _BEFORE_PARENTHESES

    def _is_compared(self, token: Token, after: int) -> bool:
        """Whether a number is next to a comparison, where MariaDB would also accept a text."""
        beside = self._sign_at(after, *_COMPARISONS) or self._sign_at(self._at - 1, *_COMPARISONS)
        return beside and token.is_word(*_NUMBERS)

    def _sign_at(self, place: int, *signs: str) -> bool:
        return 0 <= place < len(self._tokens) and self._tokens[place].is_word(*signs)

    def _before(self) -> Token | None:
        return self._tokens[self._at - 1] if self._at else None

    def _single(self, token: Token) -> str:
        before = self._before()
        if token.kind != "word":
            return _written(token)
        if (before is not None and before.is_word(".")) or "$" in token.text:
            return f'"{token.text}"'
        if sequence := _SEQUENCE.fullmatch(token.text):
            return _numbers(sequence)
        if before is not None and before.is_word("COLLATE"):
            return "NOCASE"
        says_nothing = (token.is_word("DISTINCT") and before is not None and before.is_word(*_SETS)) or (
            token.is_word("DATE", "TIMESTAMP") and self._text_follows()
        )
        return "" if says_nothing else _OTHER_WORDS.get(token.upper, token.text)

    def _text_follows(self) -> bool:
        return self._at + 1 < len(self._tokens) and self._tokens[self._at + 1].kind == "text"

    def _group(self) -> None:
        """The content of parentheses. SQLite allows none around a part of a UNION, but can select from one."""
        end = closing(self._tokens, self._at)
        inner = self._tokens[self._at + 1 : end]
        before, selects = self._before(), bool(inner) and inner[0].is_word("SELECT", "WITH", "(")
        after_set = before is not None and (
            before.is_word(*_SETS) or (before.is_word("ALL", "DISTINCT") and self._in_set())
        )
        opens_set = before is None and (self._is_statement or self._sign_at(end + 1, *_SETS))
        text = f"({_inner(inner)})"
        if selects and (after_set or opens_set):
            text = f"SELECT * FROM {text}"  # noqa: S608  # a part of the statement itself
        elif selects and self._assigns and before is not None and before.is_word("FROM"):
            # In a subquery: otherwise the rows would be counted before they are sorted.
            text = f"(WITH ordered AS MATERIALIZED {text} SELECT * FROM ordered)"  # noqa: S608  # as above
        self._out.append(text)
        self._at = end + 1

    def _in_set(self) -> bool:
        return self._at > 1 and self._tokens[self._at - 2].is_word(*_SETS)

    def _moved_date(self) -> None:
        """A date plus or minus an interval."""
        amount, unit, self._at = _interval(self._tokens, self._at)
        sign = self._out.pop()
        operand = self._out.pop() if self._out else "NULL"
        while len(self._out) > 1 and self._out[-1] == ".":
            operand = f"{self._out[-2]}.{operand}"
            del self._out[-2:]
        self._out.append(f"{'DATE_SUB' if sign == '-' else 'DATE_ADD'}({operand}, {amount}, {quoted(unit)})")

    def _assignment(self, token: Token) -> None:
        """A variable assigned in a SELECT, up to the end of its expression or the following name."""
        value = first_piece(self._tokens, *ENDS_ASSIGNMENT, start=self._at + 2)
        if len(value) > 1 and value[-1].kind in ("text", "name", "word") and value[-2].kind in _OPERANDS:
            value = value[:-1]
        self._out.append(f"ASSIGN({quoted(token.text)}, {_inner(value)})")
        self._at += 2 + len(value)


def _written(token: Token) -> str:
    """Tokens that are not words."""
    if token.kind == "text":
        return quoted(token.text)
    if token.kind == "name":
        return '"' + token.text.replace('"', '""') + '"'
    if token.kind == "variable":
        return f"VARIABLE({quoted(token.text)})"
    return _OTHER_WORDS.get(token.upper, token.text)


def _numbers(sequence: re.Match[str]) -> str:
    """One of MariaDB's sequence tables; the query must give it an alias."""
    first, last, step = sequence[1], sequence[2], sequence[3] or "1"
    more = f"SELECT seq + {step} FROM n WHERE seq + {step} <= {last}"  # noqa: S608  # digits alone
    return f"(WITH RECURSIVE n(seq) AS (SELECT {first} UNION ALL {more}) SELECT seq FROM n)"  # noqa: S608


def _interval(tokens: Tokens, at: int) -> tuple[str, str, int]:
    """The amount, the unit, and where the rest begins."""
    end = at + 1
    while end < len(tokens):
        if tokens[end].is_word("("):
            end = closing(tokens, end)
        elif tokens[end].is_word(*UNITS) and end > at + 1:
            break
        end += 1
    if end >= len(tokens):
        raise BadRequest("SQL error: an INTERVAL has no unit.")
    return _inner(tokens[at + 1 : end]), tokens[end].upper, end + 1


def _call(token: Token, inner: Tokens) -> str:
    special = _CALLS.get(token.upper)
    if special is not None:
        return special(inner)
    if token.upper in _DATES_MOVED:
        return _date_moved(_DATES_MOVED[token.upper], inner)
    name = f'"{token.text}"' if token.upper in NAMES else token.text
    return f"{name}({_inner(inner)})"


def _date_moved(name: str, inner: Tokens) -> str:
    """DATE_ADD and similar; a bare number means days."""
    value, *rest = cut(inner, ",")
    if rest and rest[0] and rest[0][0].is_word("INTERVAL"):
        amount, unit, _ = _interval(rest[0], 0)
        return f"{name}({_inner(value)}, {amount}, {quoted(unit)})"
    return ", ".join([f"{name}({_inner(value)}", *map(_inner, rest), "'DAY')"])


def _group_concat(inner: Tokens) -> str:
    rest, separator = [*cut(inner, "SEPARATOR"), []][:2]
    values, orders = _parted(rest, "ORDER")
    distinct = bool(values) and values[0].is_word("DISTINCT")
    parts = cut(values[1:] if distinct else values, ",")
    value = _inner(parts[0]) if len(parts) == 1 else f"CONCAT({', '.join(map(_inner, parts))})"
    keys = [each for each in cut(orders[1:], ",") if each]
    directions = "".join(DESCENDING if each[-1].is_word("DESC") else ASCENDING for each in keys)
    plain = [_inner(each[:-1] if each[-1].is_word("DESC", "ASC") else each) for each in keys]
    mark = quoted(separator[0].text) if separator else "','"
    return f"GROUP_CONCAT_OF({', '.join([mark, str(int(distinct)), quoted(directions), value, *plain])})"


def _parted(tokens: Tokens, word: str) -> tuple[list[Token], list[Token]]:
    before, *after = cut(tokens, word)
    return before, after[0] if after else []


def _cast(inner: Tokens) -> str:
    return _typed(*_parted(inner, "AS"))


def _convert(inner: Tokens) -> str:
    value, *kind = cut(inner, ",", "USING")
    return _typed(value, kind[0]) if len(cut(inner, ",")) > 1 else _inner(value)


def _typed(value: Tokens, kind: Tokens) -> str:
    """A cast; the last number in its parentheses is the number of decimals or characters."""
    numbers = [each.text for each in kind if each.kind == "number"]
    name = kind[0].upper if kind else ""
    places = (
        "0" if name in ("DECIMAL", "NUMERIC") and len(numbers) < 2 else [*numbers, "0"][-1 - bool(numbers)]
    )
    return f"CAST_AS({_inner(value)}, {quoted(name)}, {places})"


def _extract(inner: Tokens) -> str:
    unit, value = _parted(inner, "FROM")
    return f'"{unit[0].text}"({_inner(value)})' if unit else ""


def _between(inner: Tokens) -> str:
    """TIMESTAMPDIFF: its unit is a bare word."""
    unit, *values = cut(inner, ",")
    name = unit[-1].upper if unit else ""
    return f"TIMESTAMPDIFF({', '.join([quoted(name.removeprefix('SQL_TSI_')), *map(_inner, values)])})"


def _count(inner: Tokens) -> str:
    """COUNT DISTINCT over several columns, which SQLite supports for one only."""
    parts = cut(inner[1:], ",") if inner and inner[0].is_word("DISTINCT") else []
    if len(parts) < 2:
        return f"COUNT({_inner(inner)})"
    return f"COUNT(DISTINCT {' || char(31) || '.join(map(_inner, parts))})"


def _trim(inner: Tokens) -> str:
    if not (inner and inner[0].is_word("LEADING", "TRAILING", "BOTH")):
        return f"TRIM({_inner(inner)})"
    marks, value = _parted(inner[1:], "FROM")
    name = {"LEADING": "LTRIM", "TRAILING": "RTRIM"}.get(inner[0].upper, "TRIM")
    return f"{name}({_inner(value)}, {_inner(marks)})" if marks else f"{name}({_inner(value)})"


_CALLS: Mapping[str, Callable[[Tokens], str]] = {
    "GROUP_CONCAT": _group_concat,
    "CAST": _cast,
    "CONVERT": _convert,
    "EXTRACT": _extract,
    "TIMESTAMPDIFF": _between,
    "COUNT": _count,
    "TRIM": _trim,
}
