"""Saved views: which one a key shows, and how a tile is worded."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from app.domain.schedule.saved_view import (
    KEYS,
    USUAL_LINES,
    CardLine,
    Look,
    SavedView,
    dressed,
    free_key,
    new_id,
    view_on,
    views_of,
)
from app.domain.schedule.tile import tile_text
from app.domain.schedule.visit import Mark, Person, Visit
from bench.painting import NOW, make_day

EVERYWHERE = SavedView(1, "All", key=2)
OF_TWO = SavedView(2, "Clinic two", key=2, clinic_num=2)
KEYLESS = SavedView(3, "Rare")


def a_visit() -> Visit:
    """An appointment with everything that a line can show."""
    person = Person(5, "Ortiz", "Maria", birthdate=date(2000, 12, 1), phone="(541) 555-0101", alert="Latex")
    visit = make_day(60, 1).visits[0].visit
    return replace(
        visit,
        pat_num=5,
        person=person,
        prov_num=7,
        status_name="Texted",
        marks=frozenset({Mark.ALERT}),
        note="Hi",
    )


def test_the_keys_are_those_of_no_other_meaning() -> None:
    """F2 to F12 without F10, the menu's key everywhere in Windows."""
    assert KEYS == (2, 3, 4, 5, 6, 7, 8, 9, 11, 12)


def test_a_clinic_s_own_view_has_its_key_first() -> None:
    """A key shows the chosen clinic's view, else that of all clinics; other clinics' views are not offered."""
    views = [EVERYWHERE, OF_TWO, KEYLESS]
    assert view_on(views, 2, 2) == OF_TWO
    assert view_on(views, 2, 1) == EVERYWHERE
    assert view_on(views, 3, 1) is None
    assert views_of(views, 1) == [EVERYWHERE, KEYLESS]
    assert views_of(views, None) == [OF_TWO, EVERYWHERE, KEYLESS]


def test_a_new_view_gets_a_free_key_and_number() -> None:
    """The first key that is free in its clinic; none once all are taken."""
    views = [EVERYWHERE, OF_TWO]
    assert (free_key(views, 0), free_key(views, 1)) == (3, 3)
    assert free_key([SavedView(key, "x", key=key) for key in KEYS], 0) == 0


def test_lines_are_shown_in_order() -> None:
    """Each line has its text; what isn't known is left out, and a note only shows where it is chosen."""
    visit = a_visit()
    text = tile_text(visit, NOW)
    lines = (
        CardLine.PHONE,
        CardLine.AGE,
        CardLine.PROVIDER,
        CardLine.STATUS,
        CardLine.ALERT,
        CardLine.BALANCE,
    )
    look = Look(lines, providers={7: "LEE"}, balances={5: "128.40"})
    found = dressed(text, visit, look)
    assert found.procedures == "(541) 555-0101 · 25 y · LEE · Texted · Latex · 128.40"
    assert (found.note, found.name) == ("", text.name)
    assert dressed(text, visit, Look((CardLine.BALANCE, CardLine.NOTE))).procedures == ""
    assert dressed(text, visit, Look((CardLine.BALANCE, CardLine.NOTE))).note == "Hi"
    assert dressed(text, visit, Look(USUAL_LINES)) == text


def test_a_view_without_names_tells_nobody_s_name() -> None:
    """Only time and stage are left: no name, procedures, note or marks."""
    visit = a_visit()
    found = dressed(tile_text(visit, NOW), visit, Look(hides_names=True))
    assert (found.name, found.letter) == ("8:00", visit.stage.value)
    assert (found.procedures, found.note, found.marks, found.time, found.span) == ("", "", (), "", "")
    assert not Look(hides_names=True).is_usual


def test_two_desks_never_take_the_same_number() -> None:
    """New views made at the same time from the same list have different numbers, so that a merge keeps both."""
    views = [SavedView(1, "Mine")]
    assert len({1, *(new_id(views) for _ in range(3))}) == 4
