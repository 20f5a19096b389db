"""Appointments, read."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused


async def test_one_appointment_has_every_documented_field(desk: Desk) -> None:
    """GET of one answers the documented fields, with the names behind its numbers."""
    row = await desk.rows(f"/appointments/{office.VISIT}")
    assert row["serverDateTime"] == "2026-11-23 12:00:00"
    assert (row["AptStatus"], row["confirmed"], row["provAbbr"]) == ("Scheduled", "Unconfirmed", "DOC1")
    assert row["IsNewPatient"] == "false"
    assert row["colorOverride"] == "0,0,0"


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({"date": office.TODAY}, [office.VISIT, office.HYGIENE_VISIT]),
        (
            {"dateStart": office.YESTERDAY, "dateEnd": office.YESTERDAY, "AptStatus": "Complete"},
            [office.DONE],
        ),
        ({"PatNum": office.BEN}, [office.PLANNED, office.BROKEN]),
        ({"Op": 2}, [office.HYGIENE_VISIT]),
        ({"AptStatus": "Planned"}, [office.PLANNED]),
        ({"ClinicNum": 2}, []),
        ({"DateTStamp": "2026-11-22 08:00:00"}, []),
        ({"DateTStamp": "2026-11-22 07:59:59", "PatNum": office.ANN}, [office.VISIT, office.DONE]),
    ],
)
async def test_filters_combine(desk: Desk, query: dict[str, object], numbers: list[int]) -> None:
    """A list has the rows that match every filter; a range includes both ends."""
    rows = await desk.rows("/appointments", **query)
    assert sorted(row["AptNum"] for row in rows) == sorted(numbers)


async def test_a_range_that_ends_before_it_starts_is_refused(desk: Desk) -> None:
    """DateEnd before dateStart is a 400."""
    refused(await desk.get("/appointments", dateStart=office.TODAY, dateEnd=office.YESTERDAY), 400, "dateEnd")


async def test_asap_lists_by_priority_and_wants_a_clinic(desk: Desk) -> None:
    """GET ASAP filters by Priority, and ClinicNum is required when clinics are enabled."""
    refused(await desk.get("/appointments/ASAP"), 400, "ClinicNum")
    rows = await desk.rows("/appointments/ASAP", ClinicNum=1)
    assert [row["AptNum"] for row in rows] == [office.HYGIENE_VISIT]
    desk.prefer("EasyNoClinics", "1")
    assert len(await desk.rows("/appointments/ASAP")) == 1


async def test_empty_times_follow_the_switch(open_desk: Opener) -> None:
    """A time not recorded is returned as no date, or with the switch as the appointment's midnight."""
    for setting, text in (("none", "0001-01-01 00:00:00"), ("midnight", "2026-11-23 00:00:00")):
        desk = open_desk(empty_times=setting)
        (row,) = await desk.rows("/appointments", date=office.TODAY, Op=1)
        assert row["DateTimeSeated"] == text
        done = await desk.rows(f"/appointments/{office.DONE}")
        assert done["DateTimeArrived"] == "2026-11-22 14:50:00"


async def test_web_sched_marks_what_made_them(desk: Desk) -> None:
    """GET WebSched lists every appointment, with eServiceLogType None where no web scheduling made it."""
    rows = await desk.rows("/appointments/WebSched", date=office.TODAY)
    assert {row["eServiceLogType"] for row in rows} == {"None"}
    assert {row["IsHygiene"] for row in rows} == {"True", "False"}
    assert "SecDateTEntry" not in rows[0]


async def test_pages_have_limit_and_offset(desk: Desk) -> None:
    """A list is returned in pages of Limit rows from Offset on."""
    everything = [row["AptNum"] for row in await desk.rows("/appointments")]
    pages = [await desk.rows("/appointments", Limit=4, Offset=offset) for offset in (0, 4, 8)]
    assert [row["AptNum"] for page in pages for row in page] == everything
    assert [len(page) for page in pages] == [4, 2, 0]
    refused(await desk.get("/appointments", Offset="x"), 400, "Offset")


async def test_text_comes_on_one_line(desk: Desk) -> None:
    """Line breaks in a text are returned as spaces, and other characters unchanged."""
    good(await desk.put(f"/appointments/{office.VISIT}", Note='a\r\nb\nc\td "é" \\r\\n'))
    row = await desk.rows(f"/appointments/{office.VISIT}")
    assert row["Note"] == 'a b c\td "é" \\r\\n'


async def test_dates_come_in_the_format_that_is_asked_for(desk: Desk) -> None:
    """DateTimeFormatString and DateFormatString change the format of dates."""
    row = await desk.rows(f"/appointments/{office.VISIT}", DateTimeFormatString="MM/dd/yyyy h:mm tt")
    assert row["AptDateTime"] == "11/23/2026 9:00 AM"
    person = await desk.rows(f"/patients/{office.ANN}", DateFormatString="d MMM yy")
    assert person["Birthdate"] == "3 Feb 80"
