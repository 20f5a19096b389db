"""Names typed without capital letters, or only with them, are written as names."""

from __future__ import annotations

from app.domain.people.typed_name import capitalized

NAMES = {
    "ortiz": "Ortiz",
    "LEE": "Lee",
    "o'brien-smith": "O'Brien-Smith",
    "d\u2019angelo": "D\u2019Angelo",
    "MCDONALD": "McDonald",
    "mack": "Mack",
    "mcd": "Mcd",
    "van den berg": "Van Den Berg",
    "josé": "José",
    "smith jr": "Smith Jr",
    "young iii": "Young III",
    "  ann   marie ": "Ann Marie",
    "nia's": "Nia's",
    "": "",
}
KEPT = ("deBoer", "AJ", "MacDonald", "von Trapp", "T.J.", "李")


def test_capital_letters() -> None:
    """A name typed in one case gets its capital letters."""
    assert {typed: capitalized(typed) for typed in NAMES} == NAMES


def test_what_was_typed_with_care_stays() -> None:
    """A name in both cases, or of initials, stays as it is; capitalizing twice changes nothing."""
    assert [capitalized(name) for name in KEPT] == list(KEPT)
    assert [capitalized(name) for name in NAMES.values()] == list(NAMES.values())
