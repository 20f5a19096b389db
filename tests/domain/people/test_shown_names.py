"""Names as they stand in sentences: unchanged where they are harmless, and never turning around what follows."""

from __future__ import annotations

import pytest

from app.domain.people.shown_names import exported_name, shown_name
from app.domain.schedule.visit import Person


@pytest.mark.parametrize(
    "name",
    [
        "Ortiz, Maria",
        "O'Connell, D’Arcy",
        "Müller-Ångström, Zoë",
        "王, 小明",
        "x" * 60,
        "<b>Bold</b>",
        "",
    ],
)
def test_most_names_stay_as_they_are(name: str) -> None:
    """Accents, apostrophes of any kind, hyphens, other scripts, markup and any length."""
    assert shown_name(name) == name


@pytest.mark.parametrize("name", ["כהן, שרה", "الأنصاري, ليلى", "Smith, שרה"])
def test_a_right_to_left_name_is_isolated(name: str) -> None:
    """It keeps its own direction, and the sentence around it keeps the sentence's."""
    assert shown_name(name) == f"\u2068{name}\u2069"
    assert exported_name(f"Call {shown_name(name)}") == f"Call {name}"


def test_direction_marks_and_line_breaks_are_left_out() -> None:
    """They would turn around, or hide, what stands beside the name; a joiner inside a word stays."""
    assert shown_name("Evil\u202eliah, Ann\u2067") == "Evilliah, Ann"
    assert shown_name("Ann\r\nMarie\tSmith") == "Ann Marie Smith"
    assert shown_name("ن\u200cی") == "\u2068ن\u200cی\u2069"


def test_nobody_is_nameless() -> None:
    """Without any name, or with blanks and marks only, the patient's number stands in."""
    assert Person(12, "", "").display == "Patient 12"
    assert Person(12, " ", "\u00a0", " ").display == "Patient 12"
    assert Person(12, "\u202e", "").display == "Patient 12"
    assert Person(12, "Prince", "").display == "Prince"
    assert Person(12, "", "Cher", "Sarkisian").display == 'Cher "Sarkisian"'
