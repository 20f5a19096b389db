"""The texts of tiles and cards."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.core.text import msg
from app.domain.schedule.tile import (
    card_text,
    card_words,
    is_late,
    moves_with_time,
    tile_text,
    waits_since,
)
from app.domain.schedule.visit import Mark, Person, Stage, Visit
from tests.domain.builders import DAY, visit

NOON = DAY.replace(hour=12)


def test_a_tile_says_who_when_and_what() -> None:
    """Time, name, letter, procedures and note are ready to be painted, the note on one line."""
    text = tile_text(visit(9, 30, minutes=50, procedures="Crn #19", note="Call\r\nfirst"), NOON)
    assert (text.time, text.span, text.name, text.letter) == ("9:30", "9:30 – 10:20", "Ortiz, Maria", "C")
    assert (text.procedures, text.note) == ("Crn #19", "Call first")


def test_a_name_that_is_still_coming() -> None:
    """Before the name is known the tile shows a placeholder."""
    assert tile_text(visit(person=None), NOON).name == "Patient 11"


def test_marks_in_order() -> None:
    """The medical alert comes first and the note last, in whatever order they are stored."""
    marks = frozenset({Mark.NOTE, Mark.ASAP, Mark.ALERT, Mark.NEW_PATIENT, Mark.LAB})
    told = tile_text(visit(marks=marks), NOON).marks
    assert told == (Mark.ALERT, Mark.NEW_PATIENT, Mark.LAB, Mark.ASAP, Mark.NOTE)


@pytest.mark.parametrize(
    ("changes", "minutes", "late"),
    [
        ({}, 4, False),
        ({}, 5, True),
        ({"stage": Stage.UNCONFIRMED}, 30, True),
        ({"stage": Stage.ARRIVED}, 30, False),
        ({"stage": Stage.SEATED}, 30, False),
        ({"stage": Stage.BROKEN}, 30, False),
        ({"complete": True}, 30, False),
        ({"is_note": True}, 30, False),
        ({"arrived_at": DAY.replace(hour=9)}, 30, False),
        ({}, 24 * 60, False),
    ],
)
def test_when_an_appointment_is_late(changes: dict[str, object], minutes: int, late: bool) -> None:
    """Late: expected today, not arrived, and due five minutes ago."""
    expected = visit(**changes)
    assert is_late(expected, expected.start + timedelta(minutes=minutes)) is late


def test_waiting_is_counted_by_the_clock() -> None:
    """A patient who came at 11:58:50 has waited two minutes at 12:00:05: clock minutes are counted."""
    came = NOON - timedelta(seconds=70)
    assert waits_since(visit(stage=Stage.ARRIVED, arrived_at=came), NOON + timedelta(seconds=5)) == 2
    assert waits_since(visit(stage=Stage.ARRIVED, arrived_at=came), NOON - timedelta(seconds=1)) == 1


def test_waiting_minutes() -> None:
    """A patient who arrived today waits in whole minutes; seated ones and yesterday's don't."""
    arrived = visit(stage=Stage.ARRIVED, arrived_at=NOON - timedelta(minutes=12))
    assert tile_text(arrived, NOON).waiting == msg("{n} min", n=12)
    assert tile_text(visit(stage=Stage.SEATED, arrived_at=NOON), NOON).waiting_minutes is None
    assert not tile_text(arrived, NOON + timedelta(days=1)).waiting


def test_a_note_on_the_schedule_has_no_stage() -> None:
    """A note has no letter, and its card says that it is a note."""
    note = visit(is_note=True, note="Dr. out until 10", marks=frozenset({Mark.NOTE}))
    assert (tile_text(note, NOON).letter, tile_text(note, NOON).marks) == ("", ())
    assert card(note, NOON)["Status"] == "a note on the schedule, not an appointment"


def test_what_a_minute_can_change() -> None:
    """Only today's appointments that are expected or waiting change their text with the minute."""
    assert moves_with_time(visit(stage=Stage.ARRIVED), NOON)
    assert not moves_with_time(visit(stage=Stage.DISMISSED), NOON)
    assert not moves_with_time(visit(), NOON + timedelta(days=1))


def card(shown: Visit, now: datetime) -> dict[str, str]:
    """The card's rows in English."""
    return {str(row.label): str(row.value) for row in card_text(shown, now)}


def test_the_card() -> None:
    """The card shows all known data and leaves out the rest."""
    person = Person(11, "Ortiz", "Maria", "Mia", date(1980, 11, 24), "(503) 555-0100", "Penicillin")
    shown = visit(
        status_name="Here",
        stage=Stage.ARRIVED,
        arrived_at=DAY.replace(hour=8, minute=50),
        person=person,
        procedures="Crn #19",
        marks=frozenset({Mark.LAB}),
        pending="Moving to 2:30 PM",
    )
    rows = card(shown, DAY.replace(hour=9, minute=2))
    assert rows["Change"] == "Moving to 2:30 PM"
    assert rows["Alert"] == "Penicillin"
    assert rows["Time"] == "9:00 – 9:40 AM · 40 min"
    assert rows["Status"] == "Here (arrived) since 8:50 AM"
    assert rows["Waiting"] == "12 min"
    assert rows["Born"] == "Nov 24, 1980 · 45 years"
    assert rows["Marks"] == "lab work is back"
    assert "Note" not in rows


def test_loud_rows() -> None:
    """Alerts, lateness and pending writes are emphasized; the rest isn't."""
    late = visit(pending="Confirming", person=Person(1, "A", "B", alert="Latex"))
    tones = {str(row.label): row.tone for row in card_text(late, NOON)}
    assert (tones["Alert"], tones["Late"], tones["Change"], tones["Time"]) == (
        "alert",
        "late",
        "pending",
        "",
    )


def test_a_card_to_listen_to() -> None:
    """As one text the card starts with the name."""
    assert str(card_words(visit(), NOON)).startswith("Ortiz, Maria; Time: 9:00 – 9:40 AM")


def test_midnight() -> None:
    """An appointment that ends after midnight shows it by its time."""
    assert tile_text(visit(23, 30, minutes=60), datetime(2026, 11, 23, 12)).span == "11:30 – 12:30"
