"""What people phone about: answered over a socket, from the strip or one click away, and compared with the database."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt

from app.views.staff.patient.screen import PatientScreen
from app.views.staff.patient.sections.family import FamilyBody
from tests.journeys.desk import CONTROL, Desk
from tests.journeys.patient.counting import Call
from tests.journeys.practices import TEN_TWENTY, TODAY
from tests.viewmodels.patient.people import insured, known_figures, uninsured

NEVER = "1880-01-01"


class Truth:
    """What the office's database says about a patient."""

    def __init__(self, desk: Desk, pat_num: int) -> None:
        self._desk = desk
        self.pat_num = pat_num

    def one(self, query: str) -> Any:
        """The single value of a query about the patient ({p}) or the guarantor ({g}); None without one."""
        guarantor = f"(SELECT Guarantor FROM patient WHERE PatNum = {self.pat_num})"
        rows = self._desk.served.sql(query.format(p=self.pat_num, g=guarantor))
        return rows[0][0] if rows else None

    def moment(self, query: str) -> datetime | None:
        """The same as a date and time."""
        found = self.one(query)
        return datetime.fromisoformat(found) if found else None

    @property
    def owed(self) -> str:
        """The family's balance."""
        return f"{self.one('SELECT round(BalTotal, 2) FROM patient WHERE PatNum = {g}'):,.2f}"

    @property
    def next(self) -> datetime | None:
        """The next appointment that is not over or complete, as the schedule counts."""
        return self.moment(
            "SELECT min(AptDateTime) FROM appointment WHERE PatNum = {p} AND AptStatus IN (1, 4)"
            f" AND datetime(AptDateTime, '+' || (length(Pattern) * 5) || ' minutes') > '{TEN_TWENTY}'"
        )

    @property
    def last(self) -> datetime | None:
        """The last completed appointment."""
        return self.moment(
            "SELECT max(AptDateTime) FROM appointment WHERE PatNum = {p} AND AptStatus = 2"
            f" AND AptDateTime <= '{TEN_TWENTY}'"
        )

    @property
    def due(self) -> date | None:
        """The first due date of a recall that has no appointment."""
        found = self.one(
            "SELECT min(DateDue) FROM recall WHERE PatNum = {p} AND IsDisabled = 0"
            f" AND DateDue > '{NEVER}' AND DateScheduled < '{NEVER}'"
        )
        return date.fromisoformat(found[:10]) if found else None


BOOKED = "SELECT PatNum FROM appointment WHERE AptStatus = 1 AND AptDateTime"
OVERDUE = (
    f"SELECT PatNum FROM recall WHERE IsDisabled = 0 AND DateDue < '{TODAY}' AND DateDue > '{NEVER}'"
    f" AND DateScheduled < '{NEVER}'"
)
CALLERS = (
    "Guarantor IN (SELECT PatNum FROM patient WHERE BalTotal > 500)",
    f"PatNum IN ({BOOKED} > '{TODAY} 23')",
    f"PatNum IN ({BOOKED} > '{TEN_TWENTY}' AND AptDateTime < '{TODAY} 23')",
    f"PatNum IN ({OVERDUE})",
    "PatNum NOT IN (SELECT PatNum FROM appointment)",
    "PatNum IN (SELECT PatNum FROM appointment WHERE AptStatus = 2) AND Preferred <> ''",
    "WirelessPhone <> '' AND HmPhone <> '' AND Guarantor <> PatNum",
)
"""Each finds one patient: owing, booked later and today, overdue, new, with a nickname, with several numbers."""


def callers(desk: Desk) -> dict[int, str]:
    """Their PatNums and names."""
    found: dict[int, str] = {}
    typed = "LName || FName NOT GLOB '*[^A-Za-z]*'"  # QTest types only letters of an American keyboard
    unique = "(SELECT count(*) FROM patient AS o WHERE o.LName = p.LName AND o.FName = p.FName) = 1"
    for condition in CALLERS:
        known = ",".join(map(str, found)) or "0"
        rows = desk.served.sql(
            f"SELECT PatNum, LName || ', ' || FName FROM patient AS p WHERE PatStatus = 0 AND {typed} AND {unique}"
            f" AND {condition} AND PatNum NOT IN ({known}) ORDER BY PatNum LIMIT 1"
        )
        assert rows, condition
        found |= dict(rows)
    return found


def day_text(day: date) -> str:
    """As an American says it."""
    return f"{day:%b} {day.day}, {day.year}"


async def test_five_answers_without_a_click(desk_on_socket: Desk) -> None:
    """What do I owe, when am I next, when was I last in, am I due, what number do you have: on the strip."""
    desk = desk_on_socket
    call = Call(desk)
    for pat_num, name in callers(desk).items():
        await call.find(name)
        truth = Truth(desk, pat_num)
        assert call.says(truth.owed, call.strip), (name, truth.owed)
        coming = truth.next
        if coming is None:
            assert call.says("None scheduled", call.strip), name
        else:
            said = "Today" if coming.date() == TODAY else f"{coming:%b} {coming.day}"
            assert call.says(f"{said}{' ' if said == 'Today' else ', '}{coming:%-I:%M}", call.strip), (
                name,
                coming,
            )
        last = truth.last
        assert call.says(day_text(last.date()) if last else "None", call.strip), (name, last)
        if truth.due is not None:
            late = truth.due < TODAY
            assert call.says(f"{'Overdue since' if late else 'Due'} {day_text(truth.due)}", call.strip), name
        for number in ("WirelessPhone", "HmPhone", "WkPhone"):
            digits = truth.one(f"SELECT {number} FROM patient WHERE PatNum = {{p}}")
            assert not digits or any(digits[-4:] in text for text in call.seen(call.strip)), (name, number)
        assert (call.clicks, call.keys) == (0, 0)


async def open_page(call: Call) -> None:
    """One click: the patient's page."""
    call.click(call.desk.button("Patient"))
    await call.desk.until(lambda: call.desk.frame.desk.screens.current == "patient")


async def which_tooth_was_it(call: Call) -> None:
    """The last appointment's procedures with their teeth are on the strip where it is wide, and one click away."""
    desk = call.desk
    rows = desk.served.sql(
        "SELECT PatNum, LName || ', ' || FName, ProcDescript FROM appointment JOIN patient AS p USING (PatNum)"
        " WHERE AptStatus = 2 AND ProcDescript LIKE '#%' AND length(ProcDescript) < 16 AND PatStatus = 0"
        f" AND AptDateTime < '{TEN_TWENTY}' AND AptDateTime = (SELECT max(AptDateTime) FROM appointment AS o"
        f" WHERE o.PatNum = p.PatNum AND AptStatus = 2 AND AptDateTime < '{TEN_TWENTY}')"
        " AND LName || FName NOT GLOB '*[^A-Za-z]*' ORDER BY PatNum LIMIT 1"
    )
    _, name, done = rows[0]
    desk.window.resize(1920, 1080)
    await call.find(name)
    assert call.says(done, call.strip)
    desk.window.resize(1366, 768)
    await open_page(call)
    await desk.until(lambda: call.says(done, desk.window.findChild(PatientScreen)))
    assert (call.clicks, call.keys) == (1, 0)


async def the_address(call: Call) -> None:
    """What address do you have for me: on the page, also by one key."""
    desk = call.desk
    pat_num, name = next(iter(callers(desk).items()))
    await call.find(name)
    await call.key(Qt.Key.Key_D, CONTROL)
    street, city = desk.served.sql("SELECT Address, City FROM patient WHERE PatNum = ?", pat_num)[0]
    await desk.until(lambda: call.says(street) and call.says(city))
    assert (call.clicks, call.keys) == (0, 1)


async def what_we_talked_about(call: Call) -> None:
    """The last commlog is at the top of its section."""
    desk = call.desk
    name, note = desk.served.sql(
        "SELECT LName || ', ' || FName, Note FROM commlog AS c JOIN patient USING (PatNum) WHERE PatStatus = 0"
        " AND LName || FName NOT GLOB '*[^A-Za-z]*' AND Note <> '' AND CommDateTime = (SELECT max(CommDateTime)"
        " FROM commlog AS o WHERE o.PatNum = c.PatNum) ORDER BY c.PatNum LIMIT 1"
    )[0]
    await call.find(name)
    await open_page(call)
    await desk.until(lambda: call.says(note))
    assert (call.clicks, call.keys) == (1, 0)


async def the_insurance(call: Call) -> None:
    """Did you get my insurance, is it active, how much is left: carrier, what remains, and when it was verified."""
    desk = call.desk
    pat_num = insured(desk.served)
    known_figures(desk.served, pat_num)
    carrier = Truth(desk, pat_num).one(
        "SELECT CarrierName FROM carrier JOIN insplan USING (CarrierNum) JOIN inssub USING (PlanNum)"
        " JOIN patplan USING (InsSubNum) WHERE patplan.PatNum = {p}"
    )
    await call.about(pat_num)
    await open_page(call)
    await desk.until(lambda: call.says(carrier) and call.says("1,269.25"))
    assert call.says("Eligibility")
    assert call.says("Benefits")
    assert not call.says("Ended")
    assert (call.clicks, call.keys) == (1, 0)


async def who_in_the_family_is_due(call: Call) -> None:
    """Each member whose recall is overdue is marked as such, and the others are not."""
    desk = call.desk
    guarantor = desk.served.sql(
        f"SELECT Guarantor FROM patient WHERE PatStatus = 0 AND PatNum IN ({OVERDUE}) GROUP BY Guarantor"
        " HAVING count(*) = 1 AND Guarantor IN (SELECT Guarantor FROM patient WHERE PatStatus = 0"
        " GROUP BY Guarantor HAVING count(*) BETWEEN 3 AND 5) ORDER BY Guarantor LIMIT 1"
    )[0][0]
    due = desk.served.sql(
        f"SELECT LName || ', ' || FName FROM patient WHERE Guarantor = ? AND PatNum IN ({OVERDUE})", guarantor
    )
    await call.about(guarantor)
    await open_page(call)
    await desk.until(lambda: any("years old" in each for each in call.seen()))
    members = [each for each in call.seen(desk.window.findChild(FamilyBody)) if "years old" in each]
    assert len(members) >= 3
    marked = [each for each in members if "Recall overdue" in each]
    assert [each.startswith(name) for each, (name,) in zip(marked, due, strict=True)] == [True]
    assert (call.clicks, call.keys) == (1, 0)


async def the_form(call: Call) -> None:
    """Did you get my form: the latest ones, with their state."""
    desk = call.desk
    pat_num = uninsured(desk.served)
    desk.served.sql(
        "INSERT INTO sheet (SheetNum, SheetType, PatNum, DateTimeSheet, Description, InternalNote, IsDeleted)"
        f" VALUES (9001, 9, ?, '{TODAY} 09:00:00', 'Registration', '', 0)",
        pat_num,
    )
    desk.served.sql(
        "INSERT INTO sheetfield (SheetNum, FieldType, FieldName, FieldValue) VALUES (9001, 1, 'Address', 'Elm 4')"
    )
    await call.about(pat_num)
    await open_page(call)
    await desk.until(lambda: call.says("Registration") and call.says("Done"))
    assert call.says(day_text(TODAY))
    assert (call.clicks, call.keys) == (1, 0)


ONE_CLICK_AWAY = (
    the_insurance,
    the_form,
    which_tooth_was_it,
    the_address,
    what_we_talked_about,
    who_in_the_family_is_due,
)
"""The first two prepare their patient, who must not have been read before."""


async def test_the_rest_with_one_click(desk_on_socket: Desk) -> None:
    """Which tooth, what address, what we talked about, the insurance, who is due, the form: one click or key away."""
    for question in ONE_CLICK_AWAY:
        await desk_on_socket.frame.desk.screens.show("schedule")
        desk_on_socket.canvas.setFocus()
        await question(Call(desk_on_socket))
