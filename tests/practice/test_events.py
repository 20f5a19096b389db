"""Events: what the practice sends, when, and how it catches up."""

from __future__ import annotations

import asyncio

import pytest

from app.core.tasks import TaskScope
from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.event_office import URL, WORKSTATION, EventOffice
from tests.practice.office_people import LATEX


@pytest.fixture
async def events(desk: Desk) -> EventOffice:
    """An office in its newest version."""
    return EventOffice(desk)


async def test_a_change_is_told_when_the_subscription_is_due(events: EventOffice) -> None:
    """Not before PollingSeconds have passed; then once, as the API returns the row, with its three headers."""
    number = await events.subscribe()
    events.desk.clock.pass_(seconds=1)
    await events.note("Changed")
    await events.pass_(3)
    assert events.mailbox.events == []
    await events.pass_(1)
    (event,) = events.mailbox.events
    assert (event.url, dict(event.headers)) == (
        URL,
        {
            "Authorization": events.desk.practice.keys.customer_key,
            "Content-Type": "application/json",
            "Workstation": WORKSTATION,
            "Event-Type": "WatchTable: Appointment",
        },
    )
    ((row,),) = events.mailbox.rows()
    assert (row["AptNum"], row["Note"], "serverDateTime" in row) == (office.VISIT, "Changed", False)
    assert events.start_of(number) == f"{office.TODAY} 12:00:05"
    await events.pass_(5)
    assert events.mailbox.events == []
    assert events.start_of(number) == f"{office.TODAY} 12:00:10"


async def test_one_event_for_all_that_changed(events: EventOffice) -> None:
    """All changes between two polls are in one event, oldest change first."""
    await events.subscribe()
    for number in (office.HYGIENE_VISIT, office.VISIT):
        events.desk.clock.pass_(seconds=1)
        await events.note("x", number)
    await events.pass_(5)
    (rows,) = events.mailbox.rows()
    assert [row["AptNum"] for row in rows] == [office.HYGIENE_VISIT, office.VISIT]


async def test_an_address_that_is_down_is_told_later(events: EventOffice) -> None:
    """DateTimeStart advances only on delivery; the next try waits its interval, and includes everything missed."""
    number = await events.subscribe()
    before = events.start_of(number)
    await events.note("One")
    events.mailbox.down = True
    await events.pass_(5)
    events.mailbox.down = False
    await events.pass_(4)
    assert events.mailbox.events == []
    assert events.start_of(number) == before
    await events.note("Two", office.HYGIENE_VISIT)
    await events.pass_(1)
    (rows,) = events.mailbox.rows()
    assert [row["Note"] for row in rows] == ["One", "Two"]
    assert events.start_of(number) == f"{office.TODAY} 12:00:10"


async def test_three_days_are_made_up(events: EventOffice) -> None:
    """After a longer silence the changes of the last three days are sent, and no older ones."""
    number = await events.subscribe(DateTimeStart=f"{office.TODAY} 00:00:00")
    await events.note("Old")
    events.mailbox.down = True
    await events.pass_(60)
    events.desk.clock.pass_(days=2)
    await events.note("Kept", office.HYGIENE_VISIT)
    events.desk.clock.pass_(days=2)
    events.mailbox.down = False
    await events.pass_(0)
    (rows,) = events.mailbox.rows()
    assert [row["Note"] for row in rows] == ["Kept"]
    assert events.start_of(number) == "2026-11-27 12:01:00"


def many(desk: Desk, count: int) -> None:
    """Write this many appointments at once, as another program would."""
    rows = ",".join(f"({100 + each}, 1, 1, '{office.TODAY} 12:00:01')" for each in range(count))
    desk.sql(f"INSERT INTO appointment (AptNum, PatNum, AptStatus, DateTStamp) VALUES {rows}")


async def test_an_event_holds_a_thousand_rows(events: EventOffice) -> None:
    """More are sent in batches of a thousand; when a batch fails, the next poll sends all of them again."""
    number = await events.subscribe()
    many(events.desk, 2_100)
    events.mailbox.takes = 2
    await events.pass_(5)
    assert [len(rows) for rows in events.mailbox.rows()] == [1_000, 1_000]
    assert events.start_of(number) == f"{office.TODAY} 12:00:00"
    events.mailbox.takes = 10
    await events.pass_(5)
    batches = events.mailbox.rows()
    assert [len(rows) for rows in batches] == [1_000, 1_000, 100]
    assert len({row["AptNum"] for rows in batches for row in rows}) == 2_100


async def test_an_older_office_sends_all_at_once(open_desk: Opener) -> None:
    """Before 23.2.1 there are no batches, before 22.4.28 and 22.4.35 no headers for workstation and type."""
    events = EventOffice(open_desk(version="22.4.20"))
    await events.subscribe()
    many(events.desk, 1_200)
    await events.pass_(5)
    assert set(events.mailbox.events[0].headers) == {"Authorization", "Content-Type"}
    assert [len(rows) for rows in events.mailbox.rows()] == [1_200]


@pytest.mark.parametrize(
    ("fields", "told"),
    [({"Workstation": "BACK2"}, False), ({"Workstation": "front1"}, True), ({"Workstation": ""}, True),
     ({"DateTimeStop": f"{office.TODAY} 12:00:03"}, False), ({"DateTimeStop": f"{office.TOMORROW} 00:00:00"}, True),
     ({"DateTimeStart": f"{office.TOMORROW} 00:00:00"}, False)],
)  # fmt: skip
async def test_what_concerns_this_workstation_now(
    events: EventOffice, fields: dict[str, str], told: bool
) -> None:
    """Another machine's subscription, an expired one and a future one are skipped."""
    await events.subscribe(**fields)
    await events.note("x")
    await events.pass_(5)
    assert bool(events.mailbox.events) is told


async def test_each_table_by_its_own_rows(events: EventOffice) -> None:
    """Patients, providers, operatories, schedules and deleted appointments are sent as their own GET returns them."""
    for table in ("Patient", "Provider", "Operatory", "Schedule", "AppointmentDeleted"):
        await events.subscribe(WatchTable=table)
    stamp = f"{office.TODAY} 12:00:01"
    for table, key in (("patient", "PatNum"), ("provider", "ProvNum"), ("operatory", "OperatoryNum")):
        events.desk.sql(f"UPDATE {table} SET DateTStamp = ? WHERE {key} = 1", stamp)
    events.desk.sql("UPDATE schedule SET DateTStamp = ? WHERE ScheduleNum = 4", stamp)
    gone = "INSERT INTO histappointment (AptNum, HistApptAction, HistDateTStamp) VALUES (77, 4, ?)"
    events.desk.sql(gone, stamp)
    events.desk.sql(gone.replace("77, 4", "78, 1"), stamp)
    await events.pass_(5)
    found = {each.headers["Event-Type"].split()[1]: each for each in events.mailbox.events}
    rows = dict(zip(found, (rows[0] for rows in events.mailbox.rows()), strict=True))
    assert rows["Patient"]["LName"] == "Berg"
    assert rows["Provider"]["Abbr"] == "DOC1"
    assert rows["Operatory"]["OpName"] == "Chair 1"
    assert rows["Schedule"]["operatories"] == "1,2"
    assert (rows["AppointmentDeleted"]["AptNum"], rows["AppointmentDeleted"]["HistApptAction"]) == (
        77,
        "Deleted",
    )


async def test_patients_own_fields_are_told(events: EventOffice) -> None:
    """A value that was added or changed is sent once as its own GET returns it; others are not."""
    number = await events.subscribe(WatchTable="PatField")
    desk = events.desk
    desk.clock.pass_(seconds=1)
    latex = {"PatNum": office.BEN, "FieldName": "Latex"}
    added = good(await desk.post("/patfields", **latex, FieldValue="No")).json()["PatFieldNum"]
    gone = good(await desk.post("/patfields", PatNum=office.CARA, FieldName="Latex", FieldValue="Yes")).json()
    good(await desk.delete(f"/patfields/{gone['PatFieldNum']}"))
    await events.pass_(4)
    (event,) = events.mailbox.events
    assert event.headers["Event-Type"] == "WatchTable: PatField"
    (rows,) = events.mailbox.rows()
    assert rows == [await desk.rows(f"/patfields/{added}")]
    assert (rows[0]["PatNum"], rows[0]["FieldValue"], rows[0]["SecDateTEdit"]) == (
        office.BEN, "No", f"{office.TODAY} 12:00:01",
    )  # fmt: skip
    assert events.start_of(number) == f"{office.TODAY} 12:00:05"
    desk.clock.pass_(seconds=1)
    good(await desk.put("/patfields", **latex, FieldValue="Not sure"))
    await events.pass_(4)
    ((row,),) = events.mailbox.rows()
    assert (row["PatFieldNum"], row["FieldValue"], row["SecDateEntry"]) == (
        added, "Not sure", str(office.TODAY),
    )  # fmt: skip
    await events.pass_(5)
    assert events.mailbox.events == []


async def test_a_field_of_another_name_is_told_of_every_patient(events: EventOffice) -> None:
    """Renaming a field changes the value of each patient who has one, oldest change first."""
    await events.subscribe(WatchTable="PatField")
    for patient in (office.BEN, office.CARA):
        good(await events.desk.post("/patfields", PatNum=patient, FieldName="Latex", FieldValue="No"))
    await events.pass_(5)
    assert [len(rows) for rows in events.mailbox.rows()] == [2]
    events.desk.clock.pass_(seconds=1)
    good(await events.desk.put(f"/patfielddefs/{LATEX}", FieldName="Latex allergy"))
    await events.pass_(4)
    (rows,) = events.mailbox.rows()
    assert [(row["PatNum"], row["FieldName"]) for row in rows] == [
        (office.BEN, "Latex allergy"), (office.CARA, "Latex allergy"),
    ]  # fmt: skip


async def test_somebody_else_moves_the_start(events: EventOffice) -> None:
    """A start set while an event is being delivered is kept."""
    number = await events.subscribe()
    await events.note("x")
    mailbox = events.mailbox
    deliver = mailbox.deliver

    async def meanwhile(delivery: object) -> bool:
        good(await events.desk.put(f"/subscriptions/{number}", DateTimeStart=f"{office.YESTERDAY} 00:00:00"))
        return await deliver(delivery)  # type: ignore[arg-type]

    mailbox.deliver = meanwhile  # type: ignore[method-assign]
    await events.pass_(5)
    assert events.start_of(number) == f"{office.YESTERDAY} 00:00:00"


async def test_a_patient_is_selected(events: EventOffice) -> None:
    """Selecting a patient is sent at once as one object, to this workstation's subscriptions; not again."""
    await events.subscribe(UiEventType="PatientSelected")
    await events.subscribe(UiEventType="PatientSelected", Workstation="BACK2")
    assert await events.engine.select_patient(office.ANN) == 1
    assert await events.engine.select_patient(office.ANN) == 0
    (event,) = events.mailbox.events
    assert event.headers["Event-Type"] == "UiEventType: PatientSelected"
    (patient,) = events.mailbox.rows()
    assert patient["LName"] == "Berg"  # type: ignore[call-overload]
    await events.pass_(60)
    assert events.mailbox.events == []
    await events.engine.select_patient(office.BEN)
    assert await events.engine.select_patient(office.ANN) == 1


async def test_it_polls_by_the_practices_clock(events: EventOffice, tasks: TaskScope) -> None:
    """While running, it polls once a second of the practice's time."""
    await events.subscribe()
    await events.note("x")
    slept = events.desk.clock.slept
    tasks.start(events.engine.run(), "polls")
    while not events.mailbox.events:
        await asyncio.sleep(0.001)
    await tasks.close()
    assert set(slept) == {1.0}
    assert len(slept) >= 5


async def test_an_unknown_patient_sends_no_event(events: EventOffice) -> None:
    """An unknown patient sends nothing."""
    await events.subscribe(UiEventType="PatientSelected")
    with pytest.raises(Exception, match="Patient not found"):
        await events.engine.select_patient(987)
    assert events.mailbox.events == []
    refused(await events.desk.get("/patients/987"), 404)


@pytest.mark.logs("app.practice.server.events")
async def test_a_poll_that_fails_is_made_up(events: EventOffice, tasks: TaskScope) -> None:
    """A database that fails for a while doesn't end polling; missed changes are sent once it works again."""
    await events.subscribe()
    await events.note("x")
    events.desk.sql("ALTER TABLE apisubscription RENAME TO away")
    slept = events.desk.clock.slept
    tasks.start(events.engine.run(), "polls")
    while len(slept) < 6:
        await asyncio.sleep(0.001)
    events.desk.sql("ALTER TABLE away RENAME TO apisubscription")
    while not events.mailbox.events:
        await asyncio.sleep(0.001)
    await tasks.close()
