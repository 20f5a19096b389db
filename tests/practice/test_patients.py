"""Patients: found, read, added and changed."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({"LName": "BER"}, [office.ANN, office.BEN]),
        ({"LName": "be"}, [office.ANN, office.BEN]),
        ({"LName": "er"}, []),
        ({"LName": "erg"}, []),
        ({"LName": "berg", "FName": "n", "Birthdate": "2015-06-07"}, [office.BEN]),
        ({"FName": "coc"}, [office.CARA]),
        ({"Phone": "5410199"}, []),
        ({"Phone": "(541) 555-0199"}, [office.CARA]),
        ({"Phone": "5550101"}, [office.ANN]),
        ({"SSN": "12003"}, [office.CARA]),
        ({"City": "sal"}, [office.ANN]),
        ({"Email": "@EXAMPLE"}, [office.ANN]),
        ({"SubscriberId": "zx"}, [office.BEN]),
        ({"clinicNums": "2,3"}, [office.CARA]),
        ({"clinicAbbr": "hil"}, [office.CARA]),
        ({"guarOnly": "true", "LName": "berg"}, [office.ANN]),
        ({"FName": "Dan"}, []),
        ({"FName": "Dan", "showArchived": "true"}, [office.ARCHIVED]),
        ({"FName": "Eve"}, [office.INACTIVE]),
        ({"FName": "Eve", "hideInactive": "true"}, []),
        ({"LName": "Gone", "showArchived": "true"}, []),
        ({"LName": "nobody"}, []),
        ({"LName": "%"}, []),
    ],
)
async def test_search_works_as_patient_select(desk: Desk, query: dict[str, str], numbers: list[int]) -> None:
    """GET matches parts of texts ignoring case, phones by digits, and leaves out hidden patients."""
    rows = await desk.rows("/patients", **query)
    assert [row["PatNum"] for row in rows] == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({"LName": "ber", "FName": "EN"}, [office.BEN]),
        ({"Guarantor": office.ANN}, [office.ANN, office.BEN]),
        ({"PatStatus": "Archived"}, [office.ARCHIVED]),
        ({"ClinicNum": 2}, [office.CARA]),
        ({"Position": "Child"}, [office.BEN]),
        ({"DateTStamp": "2026-11-22 08:00:00"}, []),
    ],
)
async def test_simple_has_every_field(desk: Desk, query: dict[str, object], numbers: list[int]) -> None:
    """GET Simple filters exactly except for names, and has serverDateTime for the next request."""
    rows = await desk.rows("/patients/Simple", **query)
    assert [row["PatNum"] for row in rows] == numbers
    assert all(row["serverDateTime"] == "2026-11-23 12:00:00" and "FamFinUrgNote" in row for row in rows)


async def test_what_changed_since_is_found_by_its_stamp(desk: Desk) -> None:
    """A changed patient is in the next GET Simple with the last serverDateTime."""
    desk.clock.pass_(minutes=1)
    good(await desk.put(f"/patients/{office.CARA}", City="Salem"))
    rows = await desk.rows("/patients/Simple", DateTStamp="2026-11-23 12:00:00")
    assert [row["PatNum"] for row in rows] == [office.CARA]


async def test_one_patient_has_no_server_time(desk: Desk) -> None:
    """GET of one returns the documented fields; an unknown number is a 404."""
    row = await desk.rows(f"/patients/{office.ANN}")
    assert (row["BillingType"], row["priProvAbbr"], row["clinicAbbr"]) == ("Standard", "DOC1", "Harbor")
    assert "serverDateTime" not in row
    refused(await desk.get("/patients/999"), 404, "Patient not found")


async def test_adding_needs_only_names(desk: Desk) -> None:
    """POST with two names creates a patient who is their own guarantor."""
    answer = good(await desk.post("/patients", LName="Mori", FName="Kenji"))
    row = answer.json()
    assert answer.headers["location"].endswith(f"/patients/{row['PatNum']}")
    assert row["Guarantor"] == row["PatNum"]
    assert (row["PatStatus"], row["Gender"], row["Position"]) == ("Patient", "Unknown", "Single")
    assert (row["BillingType"], row["SecDateEntry"]) == ("Standard", str(office.TODAY))
    assert row["ImageFolder"] == f"MoriKenji{row['PatNum']}"


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"LName": " "}, 400, "LName"),
        ({"FName": ""}, 400, "FName"),
        ({"Gender": "Other"}, 400, "Gender"),
        ({"PatStatus": "Deleted"}, 400, "PatStatus"),
        ({"SSN": "123-45-6789"}, 400, "SSN"),
        ({"Zip": "1234"}, 400, "Zip"),
        ({"ChartNumber": "x" * 16}, 400, "ChartNumber"),
        ({"BillingType": "60"}, 404, "BillingType"),
        ({"PriProv": 999}, 404, "PriProv"),
        ({"Guarantor": 999}, 404, "Guarantor"),
        ({"Guarantor": office.BEN}, 400, "Guarantor"),
        ({"Guarantor": office.ANN, "SuperFamily": office.CARA}, 400, "SuperFamily"),
        ({"Guarantor": office.ANN, "FamFinUrgNote": "x"}, 400, "FamFinUrgNote"),
        ({"Ward": "B"}, 400, "Ward"),
        ({"Birthdate": "yesterday"}, 400, "Birthdate"),
    ],
)
async def test_adding_refuses_what_is_wrong(
    desk: Desk, fields: dict[str, object], status: int, word: str
) -> None:
    """POST with an invalid field is refused with an explanation that names it."""
    body = {"LName": "Mori", "FName": "Kenji", **fields}
    refused(await desk.post("/patients", **body), status, word)
    assert desk.sql("SELECT count(*) FROM patient") == [(len(office.ROWS["patient"]),)]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"WirelessPhone": "541 555 0101"}, 400),
        ({"Email": "ANN@example.com"}, 400),
        ({"HmPhone": "541-555-7777"}, 201),
        ({"Birthdate": "1980-02-04", "Email": "ann@example.com"}, 201),
    ],
)
async def test_the_same_person_is_not_added_twice(desk: Desk, fields: dict[str, str], status: int) -> None:
    """Same names and birthdate with the same email or phone are a duplicate."""
    body = {"LName": "BERG", "FName": "ann", "Birthdate": "1980-02-03", **fields}
    answer = await desk.post("/patients", **body)
    assert answer.status_code == status, answer.text


async def test_a_blank_text_clears_but_not_the_names(desk: Desk) -> None:
    """PUT with an empty string clears a text field; the names can't be cleared."""
    row = good(await desk.put(f"/patients/{office.ANN}", City="", WirelessPhone="")).json()
    assert (row["City"], row["WirelessPhone"], row["LName"]) == ("", "", "Berg")
    refused(await desk.put(f"/patients/{office.ANN}", LName=""), 400, "LName")
    refused(await desk.put(f"/patients/{office.DELETED}", City="x"), 400, "deleted")
    refused(await desk.put("/patients/999", City="x"), 404)


async def test_only_the_guarantor_hands_the_family_over(desk: Desk) -> None:
    """Guarantor changes within a family only from the present guarantor, and the family follows."""
    refused(await desk.put(f"/patients/{office.BEN}", Guarantor=office.BEN), 400, "Guarantor")
    good(await desk.put(f"/patients/{office.ANN}", Guarantor=office.BEN))
    for patient in (office.ANN, office.BEN):
        assert (await desk.rows(f"/patients/{patient}"))["Guarantor"] == office.BEN


async def test_a_patient_joins_another_family(desk: Desk) -> None:
    """A patient who is nobody else's guarantor may get one of another family."""
    row = good(await desk.put(f"/patients/{office.BEN}", Guarantor=office.CARA)).json()
    assert row["Guarantor"] == office.CARA
    refused(await desk.put(f"/patients/{office.CARA}", Guarantor=office.ANN), 400, "Guarantor")


async def test_a_request_moves_one_kind_of_family(desk: Desk) -> None:
    """Guarantor and SuperFamily can't be sent together, whatever their values."""
    for guarantor, head in ((office.ANN, office.CARA), (office.ANN, 0), (0, office.CARA)):
        both = {"Guarantor": guarantor, "SuperFamily": head}
        refused(
            await desk.put(f"/patients/{office.ANN}", **both), 400, "Only one of Guarantor and SuperFamily"
        )


async def test_super_families_are_made_left_and_disbanded(desk: Desk) -> None:
    """SuperFamily adds the whole family; 0 removes it, and from the head's family disbands it."""
    good(await desk.put(f"/patients/{office.CARA}", SuperFamily=office.ANN))
    families = desk.sql("SELECT SuperFamily FROM patient WHERE PatNum IN (1, 2, 3)")
    assert families == [(office.ANN,)] * 3
    good(await desk.put(f"/patients/{office.CARA}", SuperFamily=0))
    assert desk.sql("SELECT SuperFamily FROM patient WHERE PatNum IN (1, 2, 3)") == [(1,), (1,), (0,)]
    good(await desk.put(f"/patients/{office.BEN}", SuperFamily=0))
    assert desk.sql("SELECT SuperFamily FROM patient WHERE PatNum IN (1, 2, 3)") == [(0,)] * 3


async def test_canadian_zips_come_with_their_version(open_desk: Opener) -> None:
    """A Canadian Zip is accepted since 23.2.5."""
    good(await open_desk(version="23.2.5").put(f"/patients/{office.ANN}", Zip="A0A 0A0"))
    refused(await open_desk(version="23.2.4").put(f"/patients/{office.ANN}", Zip="A0A 0A0"), 400, "Zip")


async def test_a_changed_name_is_found_by_any_part_of_it(desk: Desk) -> None:
    """Quotes and stars are letters of a name too; the old name finds nobody."""
    good(await desk.put(f"/patients/{office.CARA}", LName='O"Neil-Star*', Preferred="Coquette"))
    for query in (
        {"LName": 'O"neil-st'},
        {"LName": 'o"'},
        {"FName": "QUET"},
        {"FName": "ar"},
    ):
        assert office.CARA in [row["PatNum"] for row in await desk.rows("/patients", **query)], query
    assert await desk.rows("/patients", LName="Diaz") == []
    for part in ('O"N', "eil-st", "star*"):
        assert [row["PatNum"] for row in await desk.rows("/patients/Simple", LName=part)] == [office.CARA]


@pytest.mark.parametrize("part", ["er", "erg"])
async def test_the_documented_partial_match_of_a_last_name(open_desk: Opener, part: str) -> None:
    """With the switch on "anywhere", GET finds the middle of a last name, as its page says."""
    rows = await open_desk(last_names_match="anywhere").rows("/patients", LName=part)
    assert [row["PatNum"] for row in rows] == [office.ANN, office.BEN]


@pytest.mark.parametrize("path", ["/patients", "/patients/Simple"])
@pytest.mark.parametrize("name", ["LName", "FName"])
async def test_a_name_that_is_too_long_is_refused_as_it_was_sent(desk: Desk, path: str, name: str) -> None:
    """A refusal names the field that was sent, not the practice's name of its index."""
    answer = await desk.get(path, **{name: "x" * 101})
    assert (answer.status_code, answer.text.partition(" ")[0]) == (400, name)
