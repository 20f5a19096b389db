"""Names at the kiosk."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kiosk.names import NOBODY, initials_of, keys_of, letters_fit, typed_letters

LATIN = st.text("abcdefghijklmnopqrstuvwxyzáéíóúüñçøł", min_size=2, max_size=12)


def fits(typed: str, last: str) -> bool:
    """Whether typed letters fit a last name."""
    return letters_fit(typed_letters(typed), keys_of(last))


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("PEN", "Peña"),
        ("pén", "Pena"),
        ("oco", "O'Connor"),
        ("O’C", "O'Connor"),
        ("conn", "O'Connor"),
        ("del", "de la Cruz"),
        ("DE LA", "de la Cruz"),
        ("cru", "de la Cruz"),
        ("gar", "García-López"),
        ("lop", "García-López"),
        ("garcial", "García-López"),
        ("mcd", "McDonald"),
        ("Ng", "Ng"),
        ("li", "Li"),
        ("o", "O"),
        ("sorensen", "Sørensen"),
        ("иван", "Иванова"),
        ("王", "王"),
    ],
)
def test_letters_fit_whatever_the_spelling(typed: str, last: str) -> None:
    """Case, accents, apostrophes, hyphens and spaces don't matter, and each part of a last name counts."""
    assert fits(typed, last)


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("s", "Smith"),
        ("", "Smith"),
        ("--", "Smith"),
        ("mith", "Smith"),
        ("smithe", "Smith"),
        ("nga", "Ng"),
        ("ivan", "Иванова"),
        ("wang", "王"),
        ("donnor", "O'Connor"),
        ("x" * 61, "x" * 70),
    ],
)
def test_other_letters_do_not_fit(typed: str, last: str) -> None:
    """One letter is too few, the middle of a word is no beginning, and another script is not transliterated."""
    assert not fits(typed, last)


@given(LATIN, st.integers(2, 12), st.sampled_from([str.upper, str.lower, str.title]))
def test_a_beginning_of_two_letters_fits(last: str, length: int, spelled: object) -> None:
    """Two letters or more from the beginning fit, in any case, composed or decomposed."""
    typed = spelled(last[:length])  # type: ignore[operator]
    assert fits(typed, last)
    assert fits(unicodedata.normalize("NFD", typed), last)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_compared(typed: str, last: str) -> None:
    """No text breaks the comparison, and what fits begins one of the name's parts."""
    letters = typed_letters(typed)
    assert letters_fit(letters, keys_of(last)) in (True, False)
    assert not letters_fit("", keys_of(last))


def test_without_a_last_name_the_others_count() -> None:
    """A patient recorded by one name only is found by it."""
    assert letters_fit("che", keys_of("", "Cher"))
    assert letters_fit("bi", keys_of(" ", "William", "Bill"))
    assert not letters_fit("che", keys_of("Sarkisian", "Cher"))


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Smith", "William", "Bill"), "B. S."),
        (("de la Cruz", "María", ""), "M. D."),
        (("Öztürk", "émile", ""), "É. Ö."),
        (("O'Connor", "", ""), "O."),
        (("", "Cher", ""), "C."),
        (("", "", ""), NOBODY),
        (("'-", "!", "?"), NOBODY),
        (("王", "小明", ""), "小. 王."),
        (("Иванова", "Анна", ""), "\u0410. И."),
        (("Straße", "ßa", ""), "S. S."),
    ],
)
def test_initials_of_any_name(names: tuple[str, str, str], shown: str) -> None:
    """The first letter of the given and of the last name, whatever they are."""
    assert initials_of(*names) == shown


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_initials_show_no_more_than_two_letters(last: str, first: str, preferred: str) -> None:
    """However long or odd the names are."""
    shown = initials_of(last, first, preferred)
    assert shown == NOBODY or (shown.count(".") <= 2 and len(shown.replace(". ", "").replace(".", "")) <= 2)
