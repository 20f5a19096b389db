"""The column names of a SELECT: as written, and resolved in its own list where SQLite finds several."""

from __future__ import annotations

from app.practice.sql.dates import UNITS
from app.practice.sql.tokens import Statement, Token, Tokens, cut, first_piece, written

_NAMED = ("word", "name")
_CLAUSES = ("WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "INTO")
_SETS = ("UNION", "EXCEPT", "INTERSECT")
_COMMA = Token("sign", ",", ",")
_AS = Token("word", "AS", "AS")
_NO_NAMES = ("NULL", "TRUE", "FALSE", "END")
_OPERATORS = (
    "AND", "OR", "NOT", "IS", "LIKE", "IN", "BETWEEN", "DIV", "MOD", "XOR", "REGEXP", "RLIKE", "BINARY", "ELSE", "THEN",
)  # fmt: skip


def with_names_as_written(statement: Statement, tokens: Tokens) -> list[Token]:
    """A SELECT's tokens with each unnamed column named as it was written, because SQLite names them differently."""
    if not tokens[0].is_word("SELECT"):
        return list(tokens)
    listed = cut(tokens, "FROM", *_CLAUSES, *_SETS)[0]
    found: list[Token] = []
    for item in cut(listed[1:], ","):
        found.extend([*item, *_name_of(statement, item), _COMMA])
    return [tokens[0], *found[:-1], *tokens[len(listed) :]]


def _name_of(statement: Statement, item: list[Token]) -> list[Token]:
    plain = item[1:] if item and item[0].is_word("DISTINCT", "DISTINCTROW", "ALL") else item
    if not plain or plain[-1].is_word("*") or _is_named(plain):
        return []
    name = plain[-1].text if _is_column(plain) or len(plain) == 1 else written(plain, statement.command)
    return [_AS, Token("name", name)]


def _is_named(item: list[Token]) -> bool:
    """Whether a name follows an expression, with or without AS."""
    if len(cut(item, "AS")) > 1:
        return True
    *_, before, last = [Token("sign", ""), *item]
    if last.kind not in ("word", "name", "text") or last.is_word(*_NO_NAMES, *UNITS):
        return False
    ends = before.kind in ("word", "name", "text", "number", "variable") or before.is_word(")")
    return ends and not before.is_word(*_OPERATORS)


def with_whole_names(tokens: Tokens) -> list[Token]:
    """A level's tokens, with the names in GROUP BY and ORDER BY qualified by the table from the select list."""
    found: list[Token] = []
    whole: dict[str, list[Token]] = {}
    depth, clause, in_set = 0, "", False
    for place, token in enumerate(tokens):
        depth += (token.upper == "(") - (token.upper == ")")
        if depth == 0 and token.is_word("SELECT"):
            # Not to the end of the tokens: another SELECT may follow, and thousands may.
            whole, clause = _listed(first_piece(tokens, "FROM", "SELECT", *_SETS, start=place + 1)), ""
        elif depth == 0 and token.is_word(*_CLAUSES, *_SETS):
            clause, in_set = token.upper, in_set or token.is_word(*_SETS)
        plain = (
            depth == 0 and token.kind in _NAMED and (clause == "GROUP" or (clause == "ORDER" and not in_set))
        )
        if plain and not _is_part(tokens, place) and token.text.lower() in whole:
            found.extend(whole[token.text.lower()])
        else:
            found.append(token)
    return found


def _is_part(tokens: Tokens, place: int) -> bool:
    """Whether a name is qualified already, is a table, or is a function."""
    near = (tokens[each] for each in (place - 1, place + 1) if 0 <= each < len(tokens))
    return any(each.is_word(".", "(") for each in near)


def _listed(select_list: Tokens) -> dict[str, list[Token]]:
    """The columns that carry their table and keep their own name."""
    items = [_without_own_name(item) for item in cut(select_list, ",")]
    taken = {item[-1].text.lower() for item in items if len(item) > 1 and not _is_column(item)}
    whole: dict[str, list[Token]] = {}
    for item in items:
        if _is_column(item) and item[-1].text.lower() not in taken:
            whole.setdefault(item[-1].text.lower(), item[-3:])
    return whole


def _without_own_name(item: list[Token]) -> list[Token]:
    column, *name = cut(item, "AS")
    return column if name and column and name[0][-1:] and name[0][-1].text == column[-1].text else item


def _is_column(item: list[Token]) -> bool:
    column = item[-3:]
    return (
        len(column) == 3
        and column[1].is_word(".")
        and all(each.kind in _NAMED for each in (column[0], column[2]))
        and (len(item) == 3 or (len(item) == 4 and item[0].is_word("DISTINCT", "DISTINCTROW")))
    )
