"""What a desk may ask is what is declared."""

from __future__ import annotations

import pytest

from app.hub.office.reading import CallReader, NotDeclared
from app.wire.catalog import endpoints
from app.wire.codec import request_parts
from app.wire.endpoint import Call, Endpoint
from tests.practice.every_method import sample


@pytest.fixture(scope="module")
def reader() -> CallReader:
    """Every declared method."""
    return CallReader()


@pytest.mark.parametrize("endpoint", endpoints(), ids=lambda each: each.name)
def test_every_declared_method_is_passed_on_as_it_came(reader: CallReader, endpoint: Endpoint) -> None:
    """Whatever the client may send is routed to its method, and reaches the office unchanged."""
    try:
        parts = request_parts(Call(endpoint, sample(endpoint)))
    except ValueError:
        pytest.skip("a deprecated method without a sample")
    path, _, query = parts.target.partition("?")
    call = reader.read(parts.verb, path, query, parts.body or b"")
    assert call.endpoint is endpoint
    assert (call.request.verb, call.request.target, call.request.body) == (
        parts.verb,
        parts.target,
        parts.body,
    )
    assert call.request.reads is endpoint.reads


WRONG = [
    ("GET", "/nothing", "", b"", 404),
    ("GET", "/appointments/7/secrets", "", b"", 404),
    ("PATCH", "/appointments/7", "", b"", 404),
    ("GET", "/appointments/seven", "", b"", 400),
    ("GET", "/operatories", "everything=1", b"", 400),
    ("GET", "/appointments", "date=2020-01-01&date=2020-01-02", b"", 400),
    ("GET", "/appointments/7", "Limit=5", b"", 400),
    ("POST", "/payments", "", b'{"PatNum": 1, "PayAmt": 1, "payamt": 100}', 400),
    ("POST", "/payments", "", b'{"PatNum": 1, "PayAmt": 1, "PayAmt": 100}', 400),
    ("POST", "/payments", "", b'{"PatNum": 1, "PayAmt": 1, "Secret": 1}', 400),
    ("POST", "/payments", "", b'{"PatNum": "Ann", "PayAmt": 1}', 400),
    ("POST", "/payments", "", b'{"PatNum": 1}', 400),
    ("POST", "/payments", "PayAmt=5", b'{"PatNum": 1}', 400),
    ("POST", "/payments", "", b'{"PatNum": 1, "PayAmt": "1_000"}', 400),
    ("POST", "/payments", "", b'{"PatNum": 1, "PayAmt": "\xd9\xa5"}', 400),
    ("POST", "/payments", "", b'{"PatNum": 1, "PayAmt": "NaN"}', 400),
    ("POST", "/payments", "", b'{"PatNum": 1, "PayAmt": 1, "PayDate": "02/03/2026"}', 400),
    ("POST", "/payments", "", b"[1]", 400),
    ("POST", "/payments", "", b"{", 400),
    ("GET", "/operatories", "", b'{"a": 1}', 400),
    ("GET", "/appointments", "date=%ff", b"", 400),
]


@pytest.mark.parametrize(("verb", "path", "query", "body", "status"), WRONG)
def test_what_is_not_declared_is_refused(
    reader: CallReader, verb: str, path: str, query: str, body: bytes, status: int
) -> None:
    """Nothing of it reaches the office, and the words name no value."""
    with pytest.raises(NotDeclared) as wrong:
        reader.read(verb, path, query, body)
    assert wrong.value.status == status
    assert "Ann" not in wrong.value.words


def test_pages_are_asked_of_lists_only(reader: CallReader) -> None:
    """A list may be asked in pages, and with other formats of dates."""
    call = reader.read("GET", "/operatories", "Limit=5&Offset=10&DateFormatString=yyyy", b"")
    assert call.request.target == "/operatories?Limit=5&Offset=10&DateFormatString=yyyy"


def test_a_path_can_not_climb(reader: CallReader) -> None:
    """What stands in a path's placeholder stays one part of the path."""
    with pytest.raises(NotDeclared):
        reader.read("GET", "/appointments/7/../../patients", "", b"")
    with pytest.raises(NotDeclared):
        reader.read("GET", "/appointments/7?x=1", "", b"")
