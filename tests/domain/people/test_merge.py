"""Two people change a note at once: both changes are kept, or a person chooses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.people.merge import keep_breaks, merge

BASE = "Asthma.\r\nAllergic to latex.\r\nTakes aspirin."
sentences = st.lists(
    st.sampled_from(["Asthma.", "Latex!", "Aspirin", "No pain.", "Calls back", "x; y."]), max_size=6
)
notes = st.tuples(sentences, st.sampled_from([" ", "\r\n", "\n"])).map(lambda parts: parts[1].join(parts[0]))


def tidy(text: str) -> list[str]:
    """Its words."""
    return text.split()


def test_changes_of_different_lines_are_both_kept() -> None:
    """One changes a line, the other adds, changes or removes another one."""
    ours = BASE.replace("Asthma", "Asthma since 2019")
    assert merge(BASE, ours, f"{BASE}\r\nPregnant.") == f"{ours}\r\nPregnant."
    assert merge(BASE, ours, BASE.replace("Takes aspirin.", "")) == ours.removesuffix("\r\nTakes aspirin.")
    assert merge(BASE, ours, BASE.replace("aspirin", "warfarin")) == ours.replace("aspirin", "warfarin")


def test_what_both_added_at_the_same_place_is_kept() -> None:
    """Both wrote a line at the end: theirs comes first, ours follows."""
    assert merge("Asthma.", "Asthma. Mine.", "Asthma. Theirs.") == "Asthma. Theirs. Mine."
    assert merge("", "Mine", "Theirs") == "Theirs Mine"
    assert merge(BASE, f"{BASE}\r\nMine", f"{BASE}\r\nTheirs") == f"{BASE}\r\nTheirs\r\nMine"


def test_a_collision_is_never_merged() -> None:
    """Both changed the same line or neighboring ones, or one removed what the other changed: None."""
    assert merge(BASE, BASE.replace("latex", "nickel"), BASE.replace("Asthma", "Eczema")) is None
    assert merge(BASE, BASE.replace("latex", "nickel"), BASE.replace("latex", "pollen")) is None
    assert merge(BASE, BASE.replace("latex", "nickel"), "Asthma.\r\nTakes aspirin.") is None
    assert merge("Asthma", "Asthma resolved", "Asthma, uses inhaler") is None


@given(notes, notes)
def test_one_change_wins_over_none(base: str, other: str) -> None:
    """If only one of them changed the note, or both did the same, that is the result."""
    assert tidy(merge(base, other, base) or "") == tidy(other)
    assert tidy(merge(base, base, other) or "") == tidy(other)
    assert tidy(merge(base, other, other) or "") == tidy(other)


@given(notes, notes, notes)
def test_nothing_that_was_added_is_lost(base: str, ours: str, theirs: str) -> None:
    """Every word that either of them added is in the merged note; a collision is one for both."""
    merged = merge(base, ours, theirs)
    assert (merged is None) == (merge(base, theirs, ours) is None)
    if merged is not None:
        added = {word for text in (ours, theirs) for word in tidy(text)} - {*tidy(base)}
        assert added <= {*tidy(merged)}


@given(notes, notes)
def test_line_breaks_come_back(edited: str, original: str) -> None:
    """No word is changed, and an edit of a flattened text keeps the breaks of the lines it did not touch."""
    assert tidy(keep_breaks(edited, original)) == tidy(edited)
    assert keep_breaks(" ".join(original.split()), original) == original.strip()


def test_the_breaks_around_a_change() -> None:
    """A word added in the first line moves no other line; a new break of the user's stays."""
    flat = "Asthma. Allergic to latex and nickel. Takes aspirin.\nPregnant."
    assert keep_breaks(flat, BASE) == (
        "Asthma.\r\nAllergic to latex and nickel.\r\nTakes aspirin.\nPregnant."
    )
    assert keep_breaks("Asthma. Allergic to nickel and latex. Takes aspirin.", BASE) == (
        "Asthma.\r\nAllergic to nickel and latex.\r\nTakes aspirin."
    )
    assert keep_breaks("Asthma. Mild. Allergic to latex. Takes aspirin.", BASE).startswith(
        "Asthma. Mild.\r\nAll"
    )
    assert keep_breaks("Asthma. Takes aspirin.", BASE) == "Asthma.\r\nTakes aspirin."
