"""Thirty-nine gaps on a schedule: who fits each one, when, and why.

`Hole.offers` also checks that no offer clashes, by the rules by which bookings are checked.
"""

from __future__ import annotations

from decimal import Decimal

from app.domain.filling.fitting import Misfit
from app.domain.filling.ranking import rank
from app.domain.filling.reasons import misfit_words
from app.domain.schedule.hours import Shift, ShiftKind
from app.domain.schedule.type_rules import rules_of
from app.domain.schedule.visit import Stage
from tests.domain.builders import DAY
from tests.domain.filling.gaps import (
    HYG_B,
    MARR,
    OKON,
    STAFF,
    TODAY,
    Hole,
    ago,
    asap,
    hygiene,
    planned,
    recall,
    taken,
    unscheduled,
)

OWN = "MARR, own dentist"


def test_the_four_lists() -> None:
    """Each list's reason: the present time, the days of waiting, the days overdue."""
    hole = Hole(1, "10:00", "10:50")  # gap 1
    assert hole.offers(asap(1, 50)) == [
        (1, "10:00", ["now Mon, Dec 7, 9:00 AM", "14 days sooner", "fills all 50 min", OWN])
    ]
    assert hole.offers(unscheduled(1, 50)) == [(1, "10:00", ["waiting for 42 days", "fills all 50 min", OWN])]
    assert hole.offers(planned(1, 50, days=1)) == [
        (1, "10:00", ["waiting for 1 day", "fills all 50 min", OWN])
    ]
    hole = Hole(3, "10:00", "10:50")  # gap 2
    assert hole.offers(recall(1)) == [(1, "10:00", ["overdue by 60 days", "fills all 50 min", "HYG-A"])]
    assert hole.offers(recall(1, days=-7))[0][2][0] == "due Nov 30"
    assert hole.offers(recall(1, since=None))[0][2][0] == "waiting since an unknown day"
    hole = Hole(3, "8:00", "9:00")  # gap 3
    assert hole.order(
        recall(4), planned(3, 50, **hygiene()), unscheduled(2, 50, **hygiene()), asap(1, 50, **hygiene())
    ) == [1, 2, 3, 4]


def test_length() -> None:
    """What is too long doesn't fit; what leaves less free comes first."""
    hole = Hole(1, "9:00", "9:40")  # gap 4
    assert hole.why_not(asap(1, 50)) == "length"
    assert hole.offers(asap(1, 30))[0][2][2] == "30 min, leaves 10 min free"
    hole = Hole(1, "9:00", "10:00")  # gap 5
    assert hole.order(unscheduled(1, 20), unscheduled(2, 60), unscheduled(3, 40)) == [2, 3, 1]
    hole = Hole(3, "9:00", "9:40")  # gap 6: a recall type without a time pattern is taken for 40 minutes
    assert hole.offers(recall(1, 0))[0][2][1] == "fills all 40 min"
    assert Hole(3, "9:00", "9:30").why_not(recall(1, 0)) == "length"  # gap 7


def test_who_is_busy_at_first() -> None:
    """A long gap is offered from where the own provider is free; another one is only offered if they never are."""
    busy = taken(2, "9:00", "10:20", prov_num=MARR, pattern="X" * 16)
    assert Hole(1, "9:00", "12:00", busy).offers(unscheduled(1, 60))[0][:2] == (1, "10:20")
    both = (*STAFF, Shift(ShiftKind.PROVIDER, 480, 720, OKON, frozenset({1})))
    assert Hole(1, "9:00", "12:00", busy, shifts=both).offers(unscheduled(1, 60))[0][1:] == (
        "10:20",
        ["waiting for 42 days", "60 min, leaves 120 min free", OWN],
    )
    (offer,) = Hole(1, "9:00", "10:20", busy, shifts=both).offers(unscheduled(1, 60))
    assert offer[1] == "09:00"
    assert offer[2][2] == "OKON instead of MARR"


def test_steps() -> None:
    """Offers start on the office's steps: what is left of the gap has to be long enough."""
    hole = Hole(1, "9:05", "9:40")  # gap 8
    assert hole.offers(unscheduled(1, 30))[0][1] == "09:10"
    assert hole.why_not(unscheduled(1, 35)) == "length"
    assert Hole(1, "9:05", "9:40", increment=5).offers(unscheduled(1, 35))[0][1] == "09:05"  # gap 9
    assert Hole(1, "9:05", "9:50", increment=15).offers(unscheduled(1, 35))[0][1] == "09:15"  # gap 10


def test_providers() -> None:
    """The own provider comes first; another hygienist is as usual, another dentist the last choice."""
    hole = Hole(1, "10:00", "10:40")  # gap 11
    assert hole.offers(unscheduled(1, 40, prov_num=OKON))[0][2][2] == "MARR instead of OKON"
    assert hole.order(unscheduled(1, 40, prov_num=OKON), planned(2, 40), recall(3, 40)) == [2, 1]
    hole = Hole(3, "10:00", "10:40")  # gap 12
    assert hole.offers(unscheduled(1, 40, **hygiene()))[0][2][2] == "HYG-A, own hygienist"
    assert hole.offers(unscheduled(1, 40, **hygiene(HYG_B)))[0][2][2] == "HYG-A instead of HYG-B"
    assert hole.order(unscheduled(1, 40, **hygiene(HYG_B)), planned(2, 40, **hygiene())) == [2, 1]


def test_kinds_of_operatories() -> None:
    """No hygiene appointment with a dentist, and no other one with a hygienist."""
    assert Hole(1, "10:00", "10:40").why_not(recall(1, 40)) == "kind"  # gap 13
    assert Hole(3, "10:00", "10:40").why_not(unscheduled(1, 40)) == "kind"  # gap 14
    dentist = (*STAFF, Shift(ShiftKind.PROVIDER, 480, 720, MARR, frozenset({3})))
    hole = Hole(3, "10:00", "10:40", shifts=dentist)  # gap 15: MARR works there too
    assert hole.offers(unscheduled(1, 40))[0][2][2] == OWN
    late = (*STAFF[2:], Shift(ShiftKind.PROVIDER, 630, 720, MARR, frozenset({1})))
    assert Hole(1, "10:30", "11:30", shifts=late).times == "10:30-11:30"  # gap 16: only from 10:30
    practice = (Shift(ShiftKind.PRACTICE, 480, 720),)
    hole = Hole(1, "10:00", "10:40", shifts=practice)  # gap 17: nobody is scheduled: whoever it is may work
    assert hole.offers(unscheduled(1, 40, prov_num=OKON))[0][2][2] == "OKON, own dentist"
    assert hole.why_not(recall(1, 40)) == "kind"


def test_clinics() -> None:
    """Patients of another clinic are not offered; those of none are."""
    hole = Hole(4, "10:00", "10:50")  # gap 18
    assert hole.why_not(recall(1)) == "clinic"
    assert hole.order(recall(1), recall(2, clinic_num=2), recall(3, clinic_num=0)) == [2, 3]
    asked = Hole(4, "9:00", "9:50", every_clinic=True)
    assert asked.order(recall(1), recall(2, clinic_num=2), recall(3, clinic_num=0)) == [1, 2, 3]


def test_busy_providers() -> None:
    """A provider's time in another operatory delays the offer or prevents it."""
    busy = taken(2, "10:00", "10:20", prov_num=MARR, pattern="XXXX")
    hole = Hole(1, "10:00", "11:00", busy)  # gap 19
    assert hole.offers(unscheduled(1, 40))[0][1] == "10:20"
    assert hole.why_not(unscheduled(1, 50)) == "provider"
    assert hole.offers(unscheduled(1, 60, pattern="////XXXXXXXX"))[0][1] == "10:00"
    exam = taken(1, "10:20", "10:40", prov_num=MARR, pattern="XXXX")
    hole = Hole(3, "10:00", "10:50", exam)  # gap 20: the dentist of the exam is busy
    row = unscheduled(1, 50, **hygiene(pattern_secondary="////XX////"))
    assert hole.why_not(row) == "provider"
    assert hole.order(unscheduled(1, 50, **hygiene(pattern_secondary="//XX//////"))) == [1]
    broken = taken(2, "10:00", "10:20", prov_num=MARR, pattern="XXXX", stage=Stage.BROKEN)
    assert Hole(1, "10:00", "11:00", broken).offers(unscheduled(1, 40))[0][1] == "10:00"  # gap 21


def test_busy_patients() -> None:
    """Nobody is offered a time at which they are in another operatory."""
    other = taken(2, "10:00", "10:30", pat_num=1)
    hole = Hole(1, "10:00", "10:40", other)  # gap 22
    assert hole.why_not(unscheduled(1, 20)) == "patient"
    assert hole.order(unscheduled(1, 20), unscheduled(2, 20)) == [2]
    hole = Hole(1, "10:00", "11:00", other)  # gap 23
    assert hole.offers(unscheduled(1, 30))[0][1] == "10:30"


def test_asap_appointments() -> None:
    """An ASAP appointment only moves to an earlier time; its present place is not in its way."""
    hole = Hole(1, "10:00", "10:40")  # gap 24
    assert hole.why_not(asap(1, 40, at=DAY.replace(hour=9))) == "not sooner"
    assert hole.order(asap(1, 40, days=2), asap(2, 40, days=60), asap(3, 40, days=20)) == [2, 3, 1]
    own = taken(2, "10:30", "11:10", pat_num=1, apt_num=10, prov_num=MARR, pattern="X" * 8)
    hole = Hole(1, "10:00", "10:40", own)  # gap 25
    row = asap(1, 40, at=own.start, op_num=2)
    assert hole.offers(row)[0][2][:2] == ["now Mon, Nov 23, 10:30 AM", "earlier the same day"]
    hole = Hole(2, "9:30", "10:30", own)  # gap 26: in its own operatory
    assert hole.offers(asap(1, 40, at=own.start, op_num=2, prov_num=OKON))[0][2][3:] == [
        "OKON, own dentist",
        "same operatory",
    ]
    assert Hole(1, "10:00", "10:40").offers(asap(1, 40, at=None))[0][2][:2] == [  # gap 27: without a time
        "waiting since an unknown day",
        "wants to come sooner",
    ]


def test_an_asap_appointment_is_not_offered_after_its_own_time() -> None:
    """Not even where the provider is free only later in the gap."""
    busy = taken(2, "10:00", "11:00", prov_num=MARR, pattern="X" * 12)
    own = taken(3, "10:30", "11:10", pat_num=1, apt_num=10, prov_num=MARR)
    hole = Hole(1, "10:00", "12:00", busy, own)
    assert hole.why_not(asap(1, 40, at=own.start, prov_num=MARR)) == "provider"
    assert hole.offers(asap(1, 40, days=1, prov_num=MARR))[0][1] == "11:00"


def test_contact_and_production() -> None:
    """Who was called often or just now comes later, larger production earlier; what is unknown is not named."""
    hole = Hole(1, "10:00", "10:50")  # gap 28
    called = unscheduled(1, 50, attempts=2, last_contact=ago(3))
    assert hole.offers(called)[0][2][3] == "2 attempts, last Nov 20"
    assert hole.offers(unscheduled(1, 50, last_contact=ago(3)))[0][2][3] == "last contact Nov 20"
    assert hole.offers(unscheduled(1, 50, attempts=0))[0][2][3] == "not contacted yet"
    today = unscheduled(2, 50, attempts=1, last_contact=ago(0))
    assert hole.offers(today)[0][2][3] == "contacted today"
    assert hole.order(today, called, unscheduled(3, 50)) == [3, 1, 2]
    hole = Hole(1, "11:00", "11:50")  # gap 29
    worth = unscheduled(2, 50, production=Decimal("1240.00"))
    assert hole.offers(worth)[0][2][3] == "$1,240.00 production"
    assert hole.order(unscheduled(1, 50), worth) == [2, 1]


def test_a_patient_is_offered_once() -> None:
    """With what fits best; the other lists are named."""
    hole = Hole(3, "10:00", "10:50")  # gap 30
    rows = (recall(1), unscheduled(1, 50, **hygiene()), recall(2))
    assert hole.offers(*rows)[0][2][3] == "also due for recall"
    assert hole.order(*rows) == [1, 2]
    assert hole.ranked(*rows, recall(1, 500), recall(3, 500)).misfits == (("length", 1),)


def test_asap_marks_on_other_lists() -> None:
    """Who wants to come sooner is offered before those who don't, whatever the list."""
    hole = Hole(1, "10:00", "10:50")  # gap 31
    rows = (unscheduled(1, 50), planned(2, 50, asap=True))
    assert hole.offers(*rows)[0][:2] == (2, "10:00")
    assert "wants to come sooner" in hole.offers(*rows)[0][2]


def test_where_a_gap_ends() -> None:
    """At appointments, closed hours, blockouts without appointments and the present moment."""
    closed = (*STAFF, Shift(ShiftKind.BLOCKOUT, 600, 660, label="Staff", no_schedule=True))
    assert Hole(1, "9:00", "12:00", shifts=closed).times == "09:00-10:00"  # gap 32
    lunch = (*STAFF, Shift(ShiftKind.BLOCKOUT, 690, 720, label="Lunch break"))
    assert Hole(1, "10:00", "12:00", shifts=lunch).times == "10:00-12:00"  # gap 33: its name closes nothing
    emergency = (*STAFF, Shift(ShiftKind.BLOCKOUT, 600, 660, label="Emergency"))
    assert Hole(1, "10:00", "12:00", shifts=emergency).times == "10:00-12:00"  # gap 34
    hole = Hole(1, "9:00", "10:00", now=DAY.replace(hour=9, minute=12))  # gap 35
    assert hole.times == "09:12-10:00"
    assert hole.offers(unscheduled(1, 40))[0][1] == "09:20"
    assert Hole(2, "13:00", "17:00", around=False).times == "13:00-17:00"  # gap 36


def test_blockouts_kept_for_types() -> None:
    """A type that is limited to a blockout is offered there only, and comes first; others are not offered there."""
    crowns = Shift(ShiftKind.BLOCKOUT, 600, 660, 0, frozenset({1}), "Crown", type_num=70)
    rules = rules_of([(5, "Crown", "70"), (6, "Filling", "")])
    hole = Hole(1, "10:00", "11:00", shifts=(*STAFF, crowns), rules=rules)  # gap 37
    crown, filling = unscheduled(1, 60, appointment_type_num=5), unscheduled(2, 60, appointment_type_num=6)
    assert hole.offers(crown, filling) == [
        (1, "10:00", ["waiting for 42 days", "fills all 60 min", OWN, "on Crown, its own blockout"])
    ]
    assert hole.why_not(filling) == hole.why_not(unscheduled(3, 60)) == "type"
    hole = Hole(1, "9:00", "11:00", shifts=(*STAFF, crowns), rules=rules)  # gap 38: only its second half
    assert [offer[:2] for offer in hole.offers(crown, filling)] == [(1, "10:00"), (2, "09:00")]
    assert hole.why_not(unscheduled(1, 90, appointment_type_num=5)) == "type"


def test_restricted_patients() -> None:
    """Who may not be scheduled in Open Dental is not offered."""
    hole = Hole(1, "10:00", "10:50", restricted=frozenset({1}))  # gap 39
    assert hole.why_not(asap(1, 50)) == "restricted"
    assert hole.order(asap(1, 50), planned(2, 50)) == [2]


def test_every_misfit_has_words() -> None:
    """As a sentence begins after "Nobody on the lists fits"."""
    words = {str(misfit_words(why, count)) for why in Misfit for count in (1, 2)}
    assert len(words) == 2 * len(Misfit)
    assert all(each[0] in "12" for each in words)


def test_several_gaps_at_once() -> None:
    """Each patient is offered where they fit best: the own hygienist, or the operatory that is long enough."""
    first, second = Hole(3, "10:00", "10:50"), Hole(4, "10:00", "11:00")  # at the other clinic
    rows = [unscheduled(1, 50, **hygiene(clinic_num=0)), recall(2, 60, clinic_num=2), recall(3, clinic_num=1)]
    found = rank(rows, [first.place, second.place], TODAY).fits
    assert {fit.candidate.pat_num: fit.op_num for fit in found} == {1: 3, 2: 4, 3: 3}
