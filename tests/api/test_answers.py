"""The error of each answer."""

from __future__ import annotations

import pytest

from app.api import errors
from app.api.answers import explanation_of, failure_of
from app.api.request import Request
from app.api.transport import Answer
from app.wire.permissions import Permission

CONFIRM = Request("Appointments.confirm", "PUT", "/appointments/1/Confirm", b"{}", False, Permission.COMM)
QUERY = Request("Queries.short_query", "PUT", "/queries/ShortQuery", b"{}", True, Permission.QUERIES)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequest),
        (401, errors.KeyRefused),
        (403, errors.KeyRefused),
        (404, errors.NotFound),
        (405, errors.BadRequest),
        (408, errors.TimedOut),
        (410, errors.Gone),
        (413, errors.BadRequest),
        (429, errors.TooManyRequests),
        (500, errors.ServerFault),
        (502, errors.ServerFault),
        (504, errors.GatewayTimeout),
        (202, errors.Unconfirmed),
        (301, errors.Unconfirmed),
        (304, errors.Unconfirmed),
    ],
)
def test_status(status: int, kind: type[errors.ApiError]) -> None:
    """Each status is one error, which has the status, the method and the office's explanation."""
    error = failure_of(CONFIRM, Answer(status, {}, b"Because."))
    assert type(error) is kind
    assert error is not None
    told = "Because." if status >= 400 else ""
    assert (error.status, error.method, error.explanation) == (status, "Appointments.confirm", told)


@pytest.mark.parametrize("status", [200, 201, 204])
def test_good(status: int) -> None:
    """The documented success statuses are accepted."""
    assert failure_of(CONFIRM, Answer(status, {}, b"")) is None


@pytest.mark.parametrize(
    ("text", "kind", "permission"),
    [
        ("The customer key lacks the permission ApiComm.", errors.PermissionMissing, Permission.COMM),
        ("Customer key does not have permission.", errors.PermissionMissing, Permission.COMM),
        ("Missing ApiPermission: ApiAppointments", errors.PermissionMissing, Permission.APPOINTMENTS),
        ("Requires Queries.", errors.PermissionMissing, Permission.QUERIES),
        ("PERMISSION DENIED", errors.PermissionMissing, Permission.COMM),
        ("The developer key is not known.", errors.KeyRefused, None),
        ("The customer key is not known, or is disabled.", errors.KeyRefused, None),
        ("Invalid API key; see Setup.", errors.KeyRefused, None),
        ("Unauthorized", errors.KeyRefused, None),
        ("", errors.KeyRefused, None),
    ],
)
def test_two_kinds_of_401(text: str, kind: type[errors.ApiError], permission: Permission | None) -> None:
    """A 401 that mentions a permission is about the permission; any other about the key."""
    error = failure_of(CONFIRM, Answer(401, {}, text.encode()))
    assert type(error) is kind
    if isinstance(error, errors.PermissionMissing):
        assert error.permission == permission


def test_a_query_that_is_not_run() -> None:
    """A 401 about a query's content is a bad request: the key is valid."""
    answer = Answer(401, {}, b"The query must be read-only.")
    assert type(failure_of(QUERY, answer)) is errors.BadRequest
    assert type(failure_of(QUERY, Answer(401, {}, b"The developer key is not known."))) is errors.KeyRefused


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The office's eConnector is not running.", errors.Unreachable),
        ("eConnector offline", errors.Unreachable),
        ("Could not connect to the eConnector.", errors.Unreachable),
        ("The eConnector failed in the middle of it.", errors.BadRequest),
        ("The eConnector's version must be 22.1.", errors.BadRequest),
    ],
)
def test_econnector(text: str, kind: type[errors.ApiError]) -> None:
    """If Open Dental's servers answer and the office doesn't, nothing arrived: that is Unreachable."""
    assert type(failure_of(CONFIRM, Answer(400, {}, text.encode()))) is kind


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"  Plain words. \r\n", "Plain words."),
        (b'"Quoted words."', "Quoted words."),
        (b'{"Message": "Inside."}', "Inside."),
        (b'{"other": 1}', '{"other": 1}'),
        (b'"broken', '"broken'),
        (b"<html><body>504</body></html>", ""),
        (b"", ""),
        ("Söhne".encode(), "Söhne"),
        (b"\xff\xfe", "��"),
    ],
)
def test_explanation(body: bytes, text: str) -> None:
    """Open Dental's text is found however it is wrapped; a web page has none."""
    assert explanation_of(body) == text


def test_an_explanation_ends() -> None:
    """At most 2,000 characters are kept."""
    assert len(explanation_of(b"x" * 100_000)) == 2_000


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (400, "DateCreated format must be yyyy-MM-dd HH:mm:ss."),
        (400, "claimprocs DELETE  is not a valid method."),
        (400, "claims GET search is not a valid method."),
        (400, "'search' is not a valid parameter."),
        (400, "queries PUT select is not a valid method."),
        (404, "x is not a valid resource."),
    ],
)
@pytest.mark.parametrize("request_", [CONFIRM, QUERY], ids=["write", "read"])
def test_words_seen_on_live_servers(status: int, text: str, request_: Request) -> None:
    """A refusal is told by its status alone: the words of live servers are kept, and decide nothing."""
    error = failure_of(request_, Answer(status, {}, text.encode()))
    assert type(error) is (errors.NotFound if status == 404 else errors.BadRequest)
    assert error is not None
    assert error.explanation == text
