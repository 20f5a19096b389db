"""The search for untranslatable texts, on planted violations and on the program itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import strings
from tools.setup import ROOT
from tools.wording import Module, check


def found(text: str, path: str = "app/views/staff/planted.py") -> list[str]:
    """The findings in this file."""
    return [each.words for each in Module(path, text).findings()]


BREAKS = {
    "a button": 'def f(b):\n    b.setText("Undo")',
    "a label": 'x = QLabel("Phone")',
    "a title": 'C = CommandSpec("a.b", "Pick a date", "Ctrl+G", "Go")',
    "one word": 'HINTS = ("Find",)',
    "a sentence": 'EMPTY = "Nothing needs attention."',
    "an f-string": 'def f(n):\n    return f"{n} min ago"',
    "a notice": 'def f(n, who):\n    n.say(f"Signed in as {who}")',
    "an f-string that is marked": 'def f(n):\n    return tr(f"{n} min ago")',
    "a variable that is marked": "def f(n):\n    return msg(n)",
    "two texts put together": 'def f(n):\n    return tr("Signed " + n)',
    "a mark in an f-string": "def f():\n    return f\"{tr('Today')}:\"",
    "Qt's own way": 'class A:\n    def f(self):\n        return self.tr("Today")',
    "too early": 'TITLE = tr("Today")',
    "a field without a value": 'def f():\n    return tr("{n} min ago", m=3)',
    "a comment before a value": 'X = msg("Only {n}", "a clinic", n="x")',
    "a value without a field": 'X = msg("Saved", file="x")',
}
FINE = (
    '"""A module."""\nclass A:\n    """Shows what there is."""\n    def f(self):\n        """Say a few words."""',
    'X = msg("Saved as {file}", file="x")\ndef f(x):\n    return tr(X) + tr(many("{n} rows", "{n} row", x))',
    'def f(b):\n    b.setText(tr("Undo"))\n    b.setObjectName("undo button")\n    b.setText(f"{b.n} · {b.m}")',
    'def f():\n    raise ValueError("no such thing here")',
    'def f(log):\n    log.warning("the settings could not be saved: %s", 1)',
    'NAME = "Front Desk"  # words: the product\'s name',
    'class Kind(StrEnum):\n    A = "not done"',
    'C = CommandSpec("a.b", msg("Pick a date"), "Ctrl+G", "Go", "DATE")',
    'def f(row):\n    return "Pattern" in row or {"Op": 1}',
)


@pytest.mark.parametrize("name", BREAKS)
def test_a_planted_break_is_found(name: str) -> None:
    """Every kind of unmarked text is found."""
    assert found(BREAKS[name])


@pytest.mark.parametrize("text", FINE)
def test_what_is_marked_or_not_for_people_passes(text: str) -> None:
    """Marked texts, docstrings, logs, bugs, ids and data are ignored."""
    assert found(text) == []


def test_the_house_marks_every_text() -> None:
    """All texts of the program can be translated."""
    assert [str(each) for each in check()] == []


def test_lupdate_finds_what_is_marked(tmp_path: Path) -> None:
    """Qt's lupdate, which parses Python itself, finds exactly the marked texts."""
    marked = dict(
        text
        for path in sorted((ROOT / "app").rglob("*.py"))
        for text in Module(path.as_posix(), path.read_text(encoding="utf-8")).texts()
    )
    collected = [strings.texts(file) for file in strings.update([], tmp_path)]
    assert len(collected) == 2
    assert {**collected[0], **collected[1]} == marked
    assert len(marked) > 300
