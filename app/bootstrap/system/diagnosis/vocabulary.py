"""The words that the program itself can have written into its logs: of its texts, its modules, classes and functions.

Taken from its own code when a file for support is made, because a list would fall behind. What is in a log and no such
word came from elsewhere, and could be a name. The embedded practice, the tour, and texts of one word are no source:
lists of names are among them.
"""

# words: no text for people

from __future__ import annotations

import builtins
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from types import CodeType
from typing import NamedTuple

PACKAGE = "app"
MADE_UP = ("app.practice", "app.bootstrap.tour")
"""Parts that have names of people who don't exist, but who have namesakes."""
_WORD = re.compile(r"[^\W\d_]+")


class Vocabulary(NamedTuple):
    """Words of sentences and of names, in small letters, and the names of classes as they are written."""

    words: frozenset[str]
    classes: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Read the program's code; empty if that can't be done, and then nearly nothing of a log is known."""
    import app

    words: set[str] = set()
    classes = {name for name in dir(builtins) if isinstance(getattr(builtins, name), type)}
    for found in _modules(list(app.__path__), f"{PACKAGE}."):
        words.update(_words(found.name))
        if not found.name.startswith(MADE_UP):
            for code in _codes(found):
                words.update(_words(code.co_name))
                classes.update([code.co_name] if code.co_name[:1].isupper() else [])
                for text in _sentences(code):
                    words.update(_words(text))
    return Vocabulary(frozenset(words), frozenset(classes))


def _words(text: str) -> Iterator[str]:
    return (each.lower() for each in _WORD.findall(text))


def _modules(path: list[str], prefix: str) -> Iterator[pkgutil.ModuleInfo]:
    """All modules of a package and of those in it; none is imported."""
    for found in pkgutil.iter_modules(path, prefix):
        yield found
        if found.ispkg:
            last = found.name.rpartition(".")[2]
            yield from _modules([f"{each}/{last}" for each in path], f"{found.name}.")


def _codes(module: pkgutil.ModuleInfo) -> Iterator[CodeType]:
    """A module's code and that of everything in it."""
    spec = module.module_finder.find_spec(module.name, None)
    get = getattr(spec.loader, "get_code", None) if spec is not None else None
    try:
        waiting = [get(module.name)] if get is not None else []
    except (ImportError, OSError, SyntaxError):
        return
    while waiting:
        each = waiting.pop()
        if isinstance(each, CodeType):
            yield each
            waiting += each.co_consts


def _sentences(code: CodeType) -> Iterator[str]:
    """Its texts of several words, without what documents it."""
    for at, each in enumerate(code.co_consts):
        is_documentation = at == 0 and isinstance(each, str) and each.endswith(".")
        if isinstance(each, str) and " " in each and "\n" not in each and not is_documentation:
            yield each
