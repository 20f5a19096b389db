"""Clashes of an appointment."""

from __future__ import annotations

from msgspec.structs import replace

from app.domain.schedule.clashes import ClashKind, Names, Proposal, find_clashes, proposed
from app.domain.schedule.hours import Chair, Shift, ShiftKind, plan_day
from app.domain.schedule.visit import Stage, Visit
from tests.domain.builders import CHEN, DAY, visit

NAMES = Names({1: "Op 1", 2: "Op 2"}, {1: "Lee", 2: "Kim"})
PLAN = plan_day(
    [
        Shift(ShiftKind.PROVIDER, 480, 720, 1),
        Shift(ShiftKind.PROVIDER, 780, 1020, 1),
        Shift(ShiftKind.BLOCKOUT, 600, 630, label="Staff", no_schedule=True),
        Shift(ShiftKind.BLOCKOUT, 480, 540, label="Crowns"),
    ],
    [Chair(1, prov_dentist=1), Chair(2, prov_dentist=1)],
)


def words(proposal: Proposal, *visits: Visit) -> list[str]:
    """The clashes' texts."""
    return [str(clash.words) for clash in find_clashes(proposal, visits, None, NAMES)]


def test_an_overlap_in_the_chair_names_patient_minutes_and_chair() -> None:
    """Two concurrent appointments in one operatory clash by patient, time and shared minutes."""
    other = visit(9, 20, apt_num=2, pat_num=12, person=CHEN)
    assert words(proposed(visit(9)), other) == ["Op 1 is taken at 9:20 AM (Chen, Ana; 20 min overlap)"]


def test_visits_that_only_touch_do_not_clash() -> None:
    """An appointment may start when another ends."""
    assert words(proposed(visit(9)), visit(9, 40, apt_num=2), visit(8, 20, apt_num=3)) == []


def test_a_provider_in_two_chairs_clashes_by_x_time_alone() -> None:
    """A provider's clash counts the minutes in which both patterns have an X."""
    other = visit(9, 0, apt_num=2, op_num=2, pat_num=12, person=CHEN)
    assert words(proposed(visit(9)), other) == ["Lee is with Chen, Ana at 9:00 AM in Op 2 (30 min overlap)"]
    apart = replace(other, pattern="/////XX/")
    assert words(replace(proposed(visit(9)), pattern="XX//////"), apart) == []


def test_a_hygienist_in_two_chairs_clashes() -> None:
    """In a hygiene appointment the first pattern is the hygienist's, the second the dentist's."""
    cleaning = visit(9, apt_num=2, op_num=2, pat_num=12, person=CHEN, is_hygiene=True, prov_hyg=2)
    asked = replace(proposed(visit(9, prov_num=5)), prov_hyg=2, pattern_secondary="////XXXX")
    assert words(asked, cleaning) == ["Kim is with Chen, Ana at 9:00 AM in Op 2 (15 min overlap)"]
    assert words(replace(asked, pattern_secondary="////////"), cleaning) == []


def test_a_patient_cannot_be_in_two_chairs() -> None:
    """The same patient's concurrent appointment is a clash."""
    other = visit(9, 20, apt_num=2, op_num=2, prov_num=7)
    assert words(proposed(visit(9)), other) == [
        "Ortiz, Maria already has an appointment at 9:20 AM in Op 2 (20 min overlap)"
    ]


def test_itself_and_broken_visits_are_in_nobodys_way() -> None:
    """An appointment doesn't clash with itself, nor with a broken one."""
    assert words(proposed(visit(9)), visit(9, 10), visit(9, apt_num=2, stage=Stage.BROKEN)) == []


def test_a_note_takes_the_chair_but_no_provider() -> None:
    """A note on the schedule clashes only in its own operatory."""
    note = visit(9, apt_num=2, is_note=True, pat_num=12, person=CHEN)
    assert len(words(proposed(visit(9)), note)) == 1
    assert words(proposed(visit(9)), replace(note, op_num=2)) == []


def test_blocked_and_closed_time_is_named() -> None:
    """A blockout without appointments and time outside the operatory's hours are clashes, others are not."""
    start = DAY.replace(hour=9, minute=40)
    found = find_clashes(Proposal(start, 160, 1), [], PLAN, NAMES)
    assert [(clash.kind, clash.minutes) for clash in found] == [
        (ClashKind.BLOCKOUT, 30),
        (ClashKind.CLOSED, 20),
    ]
    assert str(found[0].words) == "Staff until 10:30 AM: no appointments"
    assert str(found[1].words) == "Op 1 is closed from 12:00 PM to 12:20 PM"
    assert find_clashes(Proposal(DAY.replace(hour=8), 60, 1), [], PLAN, NAMES) == ()
    assert (
        str(find_clashes(Proposal(DAY.replace(hour=8), 60, 9), [], PLAN, NAMES)[0].words)
        == "Op 9 is closed at this time"
    )
    long = find_clashes(Proposal(DAY.replace(hour=7, minute=50), 260, 1), [], PLAN, NAMES)
    assert str(long[-1].words) == "Op 1 is closed from 7:50 AM to 8:00 AM and from 12:00 PM to 12:10 PM"


def test_a_visit_without_x_needs_its_provider_throughout() -> None:
    """If no pattern has provider time, the provider is busy for the whole appointment."""
    other = visit(9, 0, apt_num=2, op_num=2, pat_num=12, person=CHEN, pattern="")
    assert words(replace(proposed(visit(9)), pattern=""), other) == [
        "Lee is with Chen, Ana at 9:00 AM in Op 2 (40 min overlap)"
    ]


def test_a_visit_that_is_made_longer_takes_more_of_its_provider() -> None:
    """While a length is only proposed, the pattern is stretched to it before providers are compared."""
    other = visit(9, 40, apt_num=2, op_num=2, pat_num=12, person=CHEN)
    assert words(proposed(visit(9)), other) == []
    assert words(replace(proposed(visit(9)), minutes=80), other) == [
        "Lee is with Chen, Ana at 9:40 AM in Op 2 (30 min overlap)"
    ]
