"""Keys, permissions, versions, and rules for all requests."""

from __future__ import annotations

import httpx
import msgspec
import pytest

from app.practice.server.access import PracticeKeys, check_version
from app.practice.server.app import page_limit
from app.practice.server.door import DOES_NOT_FIT
from app.practice.server.pace import PACES
from app.practice.server.refusals import Gone
from app.wire.catalog import endpoints
from app.wire.permissions import Permission
from app.wire.version import Version
from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused

READ_ONLY = frozenset({Permission.READ_ALL})


@pytest.mark.parametrize(
    ("header", "status", "word"),
    [
        (None, 400, "Authorization"),
        ("Bearer x", 400, "Authorization"),
        ("ODFHIR only-one", 400, "Authorization"),
        ("ODFHIR wrong/wrong", 401, "developer key"),
        ("ODFHIR {developer}/wrong", 401, "customer key"),
    ],
)
async def test_a_request_needs_both_keys(desk: Desk, header: str | None, status: int, word: str) -> None:
    """Without the header 400, with an unknown key 401 that says which."""
    headers = {}
    if header is not None:
        headers["Authorization"] = header.format(developer=desk.practice.keys.developer_key)
    transport = httpx.ASGITransport(app=desk.practice.asgi)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://office/api/v1", headers=headers
    ) as http:
        refused(await http.get("/operatories"), status, word)


def test_keys_are_never_shown() -> None:
    """The keys' text is in no representation."""
    assert "abc" not in repr(PracticeKeys("abc1", "abc2"))


async def test_a_missing_permission_is_named(open_desk: Opener) -> None:
    """A key without the permission that a method needs gets 401 with its name, and nothing is done."""
    desk = open_desk(permissions=READ_ONLY)
    good(await desk.get("/appointments"))
    refused(await desk.put(f"/appointments/{office.VISIT}/Note", Note="x"), 401, "ApiComm")
    refused(await desk.put(f"/appointments/{office.VISIT}", Op=2), 401, "ApiAppointments")
    refused(await desk.put("/queries/ShortQuery", SqlCommand="SELECT 1"), 401, "ApiQueries")
    assert desk.sql("SELECT * FROM histappointment") == []


async def test_the_keys_permissions_are_listed(open_desk: Opener) -> None:
    """GET SecurityPerms tells for every permission whether the key has it."""
    desk = open_desk(permissions=READ_ONLY | {Permission.COMM})
    rows = await desk.rows("/securityperms")
    held = {row["Permission"] for row in rows if row["HasPermission"] == "true"}
    assert held == {"ApiReadAll", "ApiComm"}
    assert len(rows) == len(Permission)


async def test_an_office_that_is_too_old_says_so(open_desk: Opener) -> None:
    """A method or a field newer than the office is a 400 with both versions."""
    desk = open_desk(version="22.4.2")
    refused(await desk.get("/histappointments"), 400, "23.1.30", "22.4.2")
    refused(await desk.get("/appointments", AptStatus="Scheduled"), 400, "AptStatus", "22.4.28")
    good(await desk.get("/appointments", PatNum=office.ANN))


async def test_a_body_has_to_be_a_json_object(desk: Desk) -> None:
    """Malformed JSON and another type are refused; unknown fields are ignored."""
    path = f"/appointments/{office.VISIT}"
    json = {"Content-Type": "application/json"}
    for body in (b"{", b"[]", b'"x"', b"\xff"):
        refused(await desk.http.put(path, content=body, headers=json), 400, "body")
    good(await desk.put(path, Note="x", NoSuchField=1))
    good(await desk.http.put(path, content=b"", headers=json))


async def test_a_body_has_its_limit(desk: Desk) -> None:
    """A body over 16.8 million characters is refused; one of as many characters in more bytes isn't."""
    json = {"Content-Type": "application/json"}
    path = f"/appointments/{office.VISIT}/Note"
    refused(await desk.http.put(path, content=b" " * 16_800_001, headers=json), 400, "16.8 million")
    body = b'{"Note": "' + "é".encode() * 8_500_000 + b'"}'
    answer = await desk.http.put(path, content=body, headers=json)
    assert answer.status_code == 200 or answer.text == DOES_NOT_FIT  # MariaDB's longest text is shorter


async def test_pages_are_as_long_as_mode_and_key_allow(open_desk: Opener) -> None:
    """100 rows in Remote mode, 1,000 in the others, ten times as many with Enterprise; Limit requests fewer."""
    everything = frozenset(Permission)
    without = everything - {Permission.ENTERPRISE}
    assert [page_limit(PACES[pace], held) for pace in ("paid", "none") for held in (without, everything)] == [
        100, 1000, 1000, 10000,
    ]  # fmt: skip
    desk = open_desk(pace=PACES["paid"], permissions=without)
    for number in range(150):
        desk.sql("INSERT INTO signalod (SigDateTime) VALUES (?)", f"2026-11-23 10:{number // 60:02}:00")
    assert len(await desk.rows("/signalods", SigDateTime="2026-11-23 00:00:00")) == 100
    assert len(await desk.rows("/signalods", SigDateTime="2026-11-23 00:00:00", Limit=500)) == 100
    assert len(await desk.rows("/signalods", SigDateTime="2026-11-23 00:00:00", Offset=100)) == 50
    assert len(await desk.rows("/signalods", SigDateTime="2026-11-23 00:00:00", Limit=7)) == 7


@pytest.mark.parametrize("text", ["-1", "x", "²", "9" * 5000])
@pytest.mark.parametrize("name", ["Limit", "Offset"])
async def test_the_bounds_of_a_page_are_whole_numbers(desk: Desk, name: str, text: str) -> None:
    """Any other Limit or Offset is a 400 that names it."""
    refused(await desk.get("/patients/Simple", **{name: text}), 400, name)


async def test_date_formats_came_with_their_versions(open_desk: Opener) -> None:
    """DateTimeFormatString needs 22.2.14 and DateFormatString 22.2.26, with any method."""
    desk = open_desk(version="22.2.20")
    row = await desk.rows(f"/appointments/{office.VISIT}", DateTimeFormatString="yyyy")
    assert row["AptDateTime"] == "2026"
    refused(
        await desk.get(f"/patients/{office.ANN}", DateFormatString="yyyy"), 400, "DateFormatString", "22.2.26"
    )


async def test_a_database_failure_tells_nothing_of_a_patient(desk: Desk) -> None:
    """When the database fails the answer is a 500 without content."""
    desk.sql("DROP TABLE commlog")
    answer = await desk.get("/commlogs", PatNum=office.ANN)
    assert answer.status_code == 500
    assert answer.text in ("OperationalError", "ProgrammingError")
    good(await desk.get("/appointments"))


def test_a_deprecated_method_is_gone() -> None:
    """A deprecated method answers 410 with its text."""
    old = msgspec.structs.replace(endpoints()[0], deprecated="Use another.")
    with pytest.raises(Gone, match="Use another"):
        check_version(old, Version.parse("25.1"))


async def test_a_caller_who_leaves_in_the_middle_is_forgotten(desk: Desk) -> None:
    """A request whose body ends early is neither processed nor answered."""
    sent: list[object] = []
    parts = iter(({"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}))

    async def receive() -> dict[str, object]:
        return next(parts)

    async def send(message: object) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "PUT",
        "path": "/api/v1/appointments/1",
        "query_string": b"",
        "headers": [
            (b"authorization", desk.practice.keys.header.encode()),
            (b"content-type", b"application/json"),
        ],
    }
    await desk.practice.asgi(scope, receive, send)
    assert sent == []
