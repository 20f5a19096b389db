"""What was seen on live servers, where the documentation is silent or says otherwise."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.every_method import ALL, call, sample
from tests.practice.samples.every import SAMPLES


def said(answer: httpx.Response) -> tuple[int, str]:
    """An answer's status and words."""
    return answer.status_code, answer.text


@pytest.mark.parametrize("path", ["/x", "/x/12", "/x/Simple"])
async def test_a_resource_that_does_not_exist(desk: Desk, path: str) -> None:
    """An unknown resource is a 404 in Open Dental's words, whatever follows it."""
    assert said(await desk.get(path)) == (404, "x is not a valid resource.")
    assert said(await desk.delete(path)) == (404, "x is not a valid resource.")
    refused(await desk.get("/"), 404, "is not a valid resource.")
    assert (await desk.http.get("http://office/elsewhere")).status_code == 404


@pytest.mark.parametrize(
    ("verb", "path", "words"),
    [
        ("DELETE", "/patients/1", "patients DELETE "),
        ("DELETE", "/patients", "patients DELETE "),
        ("PATCH", "/patients/1", "patients PATCH "),
        ("GET", "/claims/search", "claims GET search"),
        ("GET", "/appointments/1/Nothing", "appointments GET Nothing"),
        ("GET", "/appointments/1/Note/2", "appointments GET Note"),
        ("GET", "/APPOINTMENTS/Slots/1", "APPOINTMENTS GET Slots"),
        ("PUT", "/appointments/²/Note", "appointments PUT ²"),
        ("GET", f"/claims/{'x' * 5000}", f"claims GET {'x' * 100}"),
    ],
)
async def test_a_method_that_a_resource_lacks(desk: Desk, verb: str, path: str, words: str) -> None:
    """A verb, or a named method, that a resource lacks is a 400; without a name two blanks stand in its place."""
    assert said(await desk.http.request(verb, path)) == (400, f"{words} is not a valid method.")


@pytest.mark.parametrize("kind", [None, "text/plain", "application/jsonp", "text/json"])
async def test_every_request_says_that_it_is_json(desk: Desk, kind: str | None) -> None:
    """Without Content-Type application/json a request is refused, a GET as well."""
    headers = {"Authorization": desk.practice.keys.header} | ({} if kind is None else {"Content-Type": kind})
    transport = httpx.ASGITransport(app=desk.practice.asgi)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://office/api/v1", headers=headers
    ) as http:
        refused(await http.get("/patients"), 400, "Content-Type")
        refused(
            await http.put(f"/appointments/{office.VISIT}/Note", content=b'{"Note": "x"}'),
            400,
            "Content-Type",
        )
        http.headers["Content-Type"] = "Application/JSON; charset=utf-8"
        good(await http.get("/patients"))


async def test_only_bodies_need_a_content_type(open_desk: Opener) -> None:
    """With the switch on "bodies", a request without one needs no Content-Type."""
    desk = open_desk(wants_content_type="bodies")
    del desk.http.headers["Content-Type"]
    good(await desk.get("/patients"))
    path = f"/appointments/{office.VISIT}/Note"
    refused(await desk.http.put(path, content=b'{"Note": "x"}'), 400, "Content-Type")


MOMENT = "yyyy-MM-dd HH:mm:ss"


@pytest.mark.parametrize(
    ("verb", "path", "name", "form", "wrong"),
    [
        ("GET", "/patients/Simple", "DateTStamp", MOMENT, "2026-11-22"),
        ("GET", "/patients/Simple", "DateTStamp", MOMENT, "2026-11-22T08:00:00"),
        ("GET", "/patients/Simple", "DateTStamp", MOMENT, "11/22/2026 08:00:00"),
        ("GET", "/patients/Simple", "DateTStamp", MOMENT, "2026-11-22 08:00"),
        ("GET", "/patients/Simple", "DateTStamp", MOMENT, "2026-02-30 08:00:00"),
        ("GET", "/claims", "SecDateTEdit", MOMENT, "yesterday"),
        ("GET", "/patients", "Birthdate", "yyyy-MM-dd", "2/3/1980"),
        ("GET", "/appointments", "date", "yyyy-MM-dd", "2026-11-23 00:00:00"),
        ("PUT", "/patients/1", "Birthdate", "yyyy-MM-dd", "19800203"),
        ("PUT", "/patients/1", "Birthdate", "yyyy-MM-dd", 19800203),
        ("PUT", "/appointments/1", "AptDateTime", MOMENT, "2026-11-23"),
        ("POST", "/appointments", "DateTimeArrived", "HH:mm:ss", "9:05 AM"),
        ("POST", "/appointments", "DateTimeArrived", "HH:mm:ss", "25:00:00"),
    ],
)
async def test_dates_keep_to_their_format(
    desk: Desk, verb: str, path: str, name: str, form: str, wrong: Any
) -> None:
    """A date or time in another form is a 400 that names the field and the documented form."""
    sent = {"params" if verb == "GET" else "json": {name: wrong}}
    assert said(await desk.http.request(verb, path, **sent)) == (400, f"{name} format must be {form}.")


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/appointments", ["DateTStamp", "dateEnd", "dateStart", "date"]),
        ("/appointments/WebSched", ["dateEnd", "date", "DateTStamp", "dateStart"]),
    ],
)
async def test_the_first_of_several_wrong_dates_is_named(desk: Desk, path: str, names: list[str]) -> None:
    """Whatever order they are sent in, the refusal names the first field of the declaration."""
    assert said(await desk.get(path, **dict.fromkeys(names, "soon"))) == (
        400,
        "date format must be yyyy-MM-dd.",
    )


async def test_dates_that_examples_print_alone(desk: Desk) -> None:
    """Where an example gives a date alone for a date and time, it is taken."""
    good(await desk.get("/appointments", DateTStamp="2020-07-30"))
    refused(await desk.get("/appointments/WebSched", date="", DateTStamp="2020-07-30"), 400, MOMENT)


async def test_dates_may_be_read_leniently(open_desk: Opener) -> None:
    """With the switch off, every readable date is taken."""
    desk = open_desk(dates_keep_to_format=False)
    good(await desk.get("/patients/Simple", DateTStamp="2026-11-22"))
    good(await desk.put(f"/patients/{office.ANN}", Birthdate="2/3/1980"))


async def test_unknown_parameters(desk: Desk, open_desk: Opener) -> None:
    """GET /patients refuses a query field that it lacks; other resources ignore it, unless a switch says otherwise."""
    words = (400, "'search' is not a valid parameter.")
    assert said(await desk.get("/patients", search="x")) == words
    good(await desk.get("/patients", Limit=5, Offset=1, DateFormatString="d", DateTimeFormatString="d"))
    for path in ("/definitions", "/procedurecodes", "/securitylogs", "/patients/Simple"):
        good(await desk.get(path, search="x"))
    assert said(await open_desk(unknown_parameters="refused").get("/definitions", search="x")) == words
    good(await open_desk(unknown_parameters="ignored").get("/patients", search="x"))


async def test_the_case_of_a_bodys_fields(desk: Desk, open_desk: Opener) -> None:
    """A field of a body counts in any case, and in the documented one first; the switch makes the case matter."""
    path = f"/patients/{office.ANN}"
    assert good(await desk.put(path, city="Bend", CITY="Nobend", State="OR")).json()["City"] in (
        "Bend",
        "Nobend",
    )
    assert good(await desk.put(path, city="Bend", City="Lowell")).json()["City"] == "Lowell"
    body = {"patnum": office.ANN, "note": "x", "commType": "Insurance"}
    assert good(await desk.post("/commlogs", **body)).json()["commType"] == "Insurance"
    strict = open_desk(field_case_matters=True)
    assert good(await strict.put(path, city="Bend")).json()["City"] == "Salem"


async def test_the_audit_trail_names_the_developer(desk: Desk) -> None:
    """What is done through the API is logged as done by the developer."""
    key = good(await desk.post("/patients", LName="Mori", FName="Kenji")).json()["PatNum"]
    good(await desk.put(f"/patients/{key}", City="Bend"))
    texts = [row["LogText"] for row in await desk.rows("/securitylogs")]
    assert texts == ["Updated by Front Desk through API.", "Created by Front Desk through API."]


@pytest.mark.parametrize(
    ("verb", "path"), [("PUT", "/patients/1"), ("POST", "/carriers"), ("PUT", "/carriers/1")]
)
async def test_a_state_has_two_capitals(desk: Desk, verb: str, path: str) -> None:
    """A state in another spelling is refused."""
    for wrong in ("or", "Oregon", "O"):
        body = {"CarrierName": "Harbor Dental", "State": wrong}
        refused(await desk.http.request(verb, path, json=body), 400, "State", "two capital letters")


async def test_popups_of_relatives_are_listed(desk: Desk) -> None:
    """The popups of a patient's relatives are listed too, those of the level Patient included."""
    key = good(await desk.post("/popups", PatNum=office.BEN, Description="Shy", PopupLevel="Patient")).json()
    assert key["PopupNum"] in [row["PopupNum"] for row in await desk.rows("/popups", PatNum=office.ANN)]


async def test_the_client_sends_only_what_is_known(open_desk: Opener, subtests: pytest.Subtests) -> None:
    """Where every unknown parameter is refused and the case matters, what the client sends of a read is taken."""
    desk = open_desk(unknown_parameters="refused", field_case_matters=True)
    for endpoint in ALL:
        if endpoint.reads and endpoint.name in SAMPLES:
            with subtests.test(endpoint.name):
                answer = await call(desk, endpoint, sample(endpoint))
                assert "is not a valid parameter" not in answer.text
