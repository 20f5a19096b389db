"""Userods and their groups, the audit trail, employees, the time clock and computers."""

from __future__ import annotations

from typing import Any

import pytest

from app.practice.handlers.office.passwords import sealed
from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.office_catalog import ADMINS, CENTRAL, FRONT_DESK

PASSWORD = "My1password"
NEW = {"UserName": "Sally", "UserGroupNum": FRONT_DESK, "Password": PASSWORD}


@pytest.fixture
async def newest(open_desk: Opener) -> Desk:
    """The tiny office in the version that added the last user fields."""
    return open_desk(version="25.1.10")


def only_ours(desk: Desk) -> None:
    """Remove the users that the tiny office has for its tasks."""
    desk.sql("DELETE FROM userod WHERE UserNum > 30")


async def test_users_come_without_hidden_and_central_ones(newest: Desk) -> None:
    """GET leaves out hidden users and those of the Central Manager unless requested."""
    only_ours(newest)
    assert [row["UserName"] for row in await newest.rows("/userods")] == ["Fay", "DrDoc"]
    rows = await newest.rows("/userods", includeHidden="true")
    assert [row["UserName"] for row in rows] == ["Fay", "DrDoc", "Gone"]
    rows = await newest.rows("/userods", includeCEMT="true")
    assert [(row["UserName"], row["UserNumCEMT"]) for row in rows][-1] == ("Central", 8)


async def test_users_say_whom_they_stand_for(desk: Desk) -> None:
    """A user's employee has first and last name, the provider a suffix too; groups are a list of numbers."""
    desk.sql("UPDATE provider SET FName = 'Ada', LName = 'Holm', Suffix = 'DDS' WHERE ProvNum = 1")
    only_ours(desk)
    fay, doctor = await desk.rows("/userods")
    assert (fay["employeeName"], fay["ProviderNum"], fay["providerName"]) == ("Fay Frost", 0, "")
    assert (fay["emailAddress"], fay["ClinicNum"], fay["userGroupNums"]) == (
        "fay@example.com",
        1,
        [FRONT_DESK],
    )
    assert (doctor["ProviderNum"], doctor["providerName"], doctor["employeeName"]) == (1, "Ada Holm, DDS", "")
    assert doctor["userGroupNums"] == [ADMINS, FRONT_DESK]
    desk.sql("UPDATE provider SET Suffix = '' WHERE ProvNum = 1")
    assert (await desk.rows("/userods"))[1]["providerName"] == "Ada Holm"


async def test_a_new_user_is_in_one_group(desk: Desk) -> None:
    """POST answers with the group sent, without names."""
    answer = good(await desk.post("/userods", **NEW))
    row = answer.json()
    assert (answer.status_code, row["UserGroupNum"], row["employeeName"]) == (201, FRONT_DESK, "")
    assert (row["IsHidden"], row["IsPasswordResetRequired"]) == ("false", "false")
    (attach,) = await desk.rows("/usergroupattaches", UserNum=row["UserNum"])
    assert attach["UserGroupNum"] == FRONT_DESK


async def test_a_password_is_told_to_nobody(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """A password is stored as a salted hash, and never appears in an answer, the audit trail or a log."""
    with caplog.at_level(0):
        answer = good(await desk.post("/userods", **NEW))
    assert answer.json()["Password"] == ""
    ((kept, strong),) = desk.sql("SELECT Password, PasswordIsStrong FROM userod WHERE UserName = 'Sally'")
    assert (kept.split("$")[0], len(kept.split("$")), strong) == ("SCRYPT", 3, 1)
    texts = [kept, answer.text, caplog.text, *(str(row) for row in desk.sql("SELECT * FROM securitylog"))]
    assert not any(PASSWORD in text for text in texts)
    assert sealed(PASSWORD) != sealed(PASSWORD)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"UserName": "fay"}, "UserName"),
        ({"UserName": "Sally "}, "UserName"),
        ({"UserName": " "}, "UserName"),
        ({"UserGroupNum": 0}, "UserGroupNum"),
        ({"Password": "My1pass"}, "Password"),
        ({"Password": "my1password"}, "Password"),
        ({"Password": "MY1PASSWORD"}, "Password"),
        ({"Password": "Mypassword"}, "Password"),
        ({"Password": ""}, "Password"),
    ],
)
async def test_a_user_refuses_what_is_wrong(desk: Desk, fields: dict[str, Any], word: str) -> None:
    """A name must be new without trailing spaces; a password needs eight characters, a digit and both cases."""
    answer = await desk.post("/userods", **{**NEW, **fields})
    refused(answer, 400, word)
    assert not fields.get("Password") or fields["Password"] not in answer.text


async def test_an_office_may_want_symbols(desk: Desk) -> None:
    """With PasswordsStrongIncludeSpecial a password also needs a symbol."""
    desk.sql("INSERT INTO preference (PrefName, ValueString) VALUES ('PasswordsStrongIncludeSpecial', '1')")
    refused(await desk.post("/userods", **NEW), 400, "symbol")
    good(await desk.post("/userods", **{**NEW, "Password": "My1password#"}))


async def test_a_users_groups_are_replaced(newest: Desk) -> None:
    """PUT assigns a user to exactly the groups sent; at least one, and each must exist."""
    row = good(
        await newest.put(
            "/userods/2", userGroupNums=[ADMINS, ADMINS], ProviderNum=0, EmployeeNum=2, IsHidden="true"
        )
    ).json()
    assert (row["userGroupNums"], row["ProviderNum"], row["employeeName"]) == ([ADMINS], 0, "Max Lee")
    assert (row["IsHidden"], row["UserName"]) == ("true", "DrDoc")
    refused(await newest.put("/userods/2", userGroupNums=[]), 400, "userGroupNums")
    refused(await newest.put("/userods/2", userGroupNums=[99]), 404, "UserGroup not found")
    assert (await newest.rows("/usergroupattaches", UserNum=2))[0]["UserGroupNum"] == ADMINS


async def test_name_and_password_stay(desk: Desk) -> None:
    """PUT never changes UserName and Password."""
    good(await desk.put("/userods/1", UserName="Other", Password="Other1pass"))
    assert desk.sql("SELECT UserName, Password FROM userod WHERE UserNum = 1") == [("Fay", "")]


async def test_an_older_office_lacks_the_groups(open_desk: Opener) -> None:
    """Before 25.1.10 includeCEMT and userGroupNums are refused with that version."""
    desk = open_desk(version="24.4")
    refused(await desk.get("/userods", includeCEMT="true"), 400, "25.1.10")
    refused(await desk.put("/userods/1", userGroupNums=[1]), 400, "25.1.10")


async def test_groups_come_without_central_ones(desk: Desk) -> None:
    """GET leaves out the Central Manager's groups unless requested."""
    assert [row["UserGroupNum"] for row in await desk.rows("/usergroups")] == [ADMINS, FRONT_DESK]
    rows = await desk.rows("/usergroups", includeCEMT="true")
    assert [(row["UserGroupNum"], row["UserGroupNumCEMT"]) for row in rows][-1] == (CENTRAL, 3)


async def test_attaches_filter_by_user_and_group(desk: Desk) -> None:
    """Both filters of UserGroupAttaches are optional, and combine."""
    assert len(await desk.rows("/usergroupattaches")) == 3
    rows = await desk.rows("/usergroupattaches", UserGroupNum=FRONT_DESK)
    assert [row["UserNum"] for row in rows] == [1, 2]
    rows = await desk.rows("/usergroupattaches", UserNum=2, UserGroupNum=ADMINS)
    assert [row["UserGroupAttachNum"] for row in rows] == [3]
    refused(await desk.get("/usergroupattaches", UserNum=99), 404, "UserNum")


async def test_the_audit_trail_is_the_developers_own(desk: Desk) -> None:
    """GET returns entries made through the API, newest first, by permission type if requested, in American format."""
    desk.sql(
        "INSERT INTO securitylog (PermType, LogDateTime, LogText) VALUES (108, '2026-11-23 08:00:00', 'x')"
    )
    good(await desk.put(f"/patients/{office.ANN}", City="Bend"))
    desk.clock.pass_(hours=1, minutes=2, seconds=3)
    good(await desk.put("/fees/10", Amount="1"))
    fee, person = await desk.rows("/securitylogs")
    assert (fee["PermType"], fee["LogDateTime"], fee["LogSource"]) == (
        "LogFeeEdit", "11/23/2026 1:02:03 PM", "API",
    )  # fmt: skip
    assert (person["PermType"], person["PatNum"]) == ("PatientEdit", office.ANN)
    assert await desk.rows("/securitylogs", PermType="PatientEdit") == [person]
    refused(await desk.get("/securitylogs", PermType="Teleport"), 400, "PermType")


async def test_employees_report_to_somebody(desk: Desk) -> None:
    """ReportsTo finds the employees who report to one; 0 finds those who report to nobody."""
    assert [row["EmployeeNum"] for row in await desk.rows("/employees", ReportsTo=1)] == [2]
    assert [row["EmployeeNum"] for row in await desk.rows("/employees", ReportsTo=0)] == [1]
    assert len(await desk.rows("/employees")) == 2
    refused(await desk.get("/employees/9"), 404, "Employee not found")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({}, [1, 2, 3]),
        ({"EmployeeNum": 1, "ClockStatus": "Home"}, [2, 3]),
        ({"ClinicNum": 2}, [3]),
        ({"date": "2026-11-20"}, [1, 2]),
        ({"dateStart": "2026-11-20", "dateEnd": "2026-11-23"}, [1, 2]),
        ({"dateStart": "2026-11-21"}, [3]),
        ({"dateEnd": "2026-11-20"}, []),
        ({"date": "2026-11-23", "ClockStatus": "Lunch"}, []),
    ],
)
async def test_the_time_clock_meets_all_criteria(
    desk: Desk, query: dict[str, Any], numbers: list[int]
) -> None:
    """Criteria combine; dateStart is inclusive, dateEnd exclusive."""
    assert [row["ClockEventNum"] for row in await desk.rows("/clockevents", **query)] == numbers


async def test_hours_may_be_negative(desk: Desk) -> None:
    """An override of -01:00:00 means none; somebody still at work has clocked out on 0001-01-01."""
    row = await desk.rows("/clockevents/3")
    assert (row["OTimeHours"], row["OTimeAuto"]) == ("-01:00:00", "00:00:00")
    assert row["TimeDisplayed2"] == "0001-01-01 00:00:00"


async def test_computers_tell_when_they_last_ran(desk: Desk) -> None:
    """A computer without a heartbeat has 0001-01-01 00:00:00."""
    rows = await desk.rows("/computers")
    assert [row["LastHeartBeat"] for row in rows] == ["2026-11-23 11:58:00", "0001-01-01 00:00:00"]
