"""Tokenizes a SQL command as MariaDB does: its statements, and their tokens without comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from app.practice.server.refusals import BadRequest
from app.practice.sql.limits import MOST_TOKENS

_TOKEN = re.compile(
    r"""
      (?P<nothing>\s+ | --(?=\s|$)[^\n]* | \#[^\n]* | /\*.*?\*/)
    | (?P<text>'(?:[^'\\]++|\\.|'')*+' | "(?:[^"\\]++|\\.|"")*+")
    | (?P<name>`[^`]*` | \d+(?![eE][+-]?\d)[A-Za-z_$][\w$]*)
    | (?P<open>['"`] | /\*)
    | (?P<variable>@[\w$]+)
    | (?P<number>(?:\d+\s*,\s*){7,}\d+(?![\w.]) | 0[xX][0-9a-fA-F]+ | (?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d]\w*(?:\$\w*)* | \$[\w$]+)
    | (?P<sign><=>|:=|<=|>=|<>|!=|&&|\|\||.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b", "Z": "\x1a", "%": "\\%", "_": "\\_"}


class Token(Struct, frozen=True):
    """A word, a quoted name, a text, a number (or a long list of keys), a variable or an operator."""

    kind: str
    text: str
    """A word or operator as written, a text unescaped, a name or variable without its quotes or marks."""
    upper: str = ""
    """The key for looking up a word; empty for other tokens except operators."""
    start: int = 0
    end: int = 0
    """Its position in the command."""

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these words or operators, given in capitals."""
        return self.upper in words


Tokens = Sequence[Token]


class Statement(Struct, frozen=True):
    """One statement of a command."""

    tokens: list[Token]
    command: str

    @property
    def sql(self) -> str:
        """Its text as written."""
        return written(self.tokens, self.command)


def written(tokens: Tokens, command: str) -> str:
    """The source text of these tokens."""
    return command[tokens[0].start : tokens[-1].end]


def statements(command: str) -> Iterator[Statement]:
    """The statements of a command, split at semicolons. BadRequest for one that is too long, or not closed."""
    tokens: list[Token] = []
    count = 0
    for found in _TOKEN.finditer(command):
        if found.lastgroup == "nothing":
            continue
        count += 1
        if count > MOST_TOKENS:
            raise BadRequest(f"SQL error: the command has more than {MOST_TOKENS:,} tokens.")
        if found.lastgroup == "open":  # each later quote would be tried up to the end again
            raise BadRequest(f"SQL error: a {found.group()} is not closed.")
        if found.group() != ";":
            tokens.append(_token(found))
        elif tokens:
            yield Statement(tokens, command)
            tokens = []
    if tokens:
        yield Statement(tokens, command)


def _token(found: re.Match[str]) -> Token:
    kind, text = str(found.lastgroup), found.group()
    upper = text.upper() if kind in ("word", "sign") else ""
    if kind == "text":
        quote = text[0]
        inner = text[1:-1].replace(quote * 2, quote)
        text = _ESCAPED.sub(lambda escape: _ESCAPES.get(escape[1], escape[1]), inner)
    elif kind == "name":
        text = text.strip("`")
    elif kind == "variable":
        text = text[1:].lower()
    return Token(kind, text, upper, found.start(), found.end())


def closing(tokens: Tokens, opening: int) -> int:
    """The position of the matching closing parenthesis; the end when there is none."""
    depth = 0
    for index in range(opening, len(tokens)):
        if tokens[index].upper == "(":
            depth += 1
        elif tokens[index].upper == ")":
            depth -= 1
            if depth == 0:
                return index
    return len(tokens)


def cut(tokens: Tokens, *at: str) -> list[list[Token]]:
    """The pieces between separators outside of parentheses."""
    pieces: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.upper == "(") - (token.upper == ")")
        if depth == 0 and token.upper in at:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def first_piece(tokens: Tokens, *at: str, start: int = 0) -> list[Token]:
    """The piece from a place to the first separator outside of parentheses."""
    depth = 0
    for place in range(start, len(tokens)):
        token = tokens[place]
        depth += (token.upper == "(") - (token.upper == ")")
        if depth == 0 and token.upper in at:
            return list(tokens[start:place])
    return list(tokens[start:])


def assignments(statement: Statement) -> list[tuple[str, list[Token]]] | None:
    """The variables that a SET statement assigns, with their values; None for any other statement."""
    first, *rest = statement.tokens
    if not first.is_word("SET") or not all(_is_assignment(each) for each in cut(rest, ",")):
        return None
    return [(name.text, value) for name, _, *value in cut(rest, ",")]


def _is_assignment(tokens: Tokens) -> bool:
    return len(tokens) > 2 and tokens[0].kind == "variable" and tokens[1].is_word("=", ":=")


def into_variables(statement: Statement) -> tuple[list[Token], list[str]]:
    """A SELECT's tokens without INTO, and the variables that receive the first row's columns."""
    before, *after = cut(statement.tokens, "INTO")
    if len(after) != 1 or not (after[0] and after[0][0].kind == "variable"):
        return statement.tokens, []
    names = [after[0][0].text]
    place = 1
    while (
        place + 1 < len(after[0]) and after[0][place].is_word(",") and after[0][place + 1].kind == "variable"
    ):
        names.append(after[0][place + 1].text)
        place += 2
    return [*before, *after[0][place:]], names
