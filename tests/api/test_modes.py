"""Addresses and page limits of each connection mode."""

from __future__ import annotations

import pytest

from app.api.keys import Keys
from app.api.modes import (
    HUB_PORT,
    Mode,
    OfficeAddress,
    hub_address,
    hub_of,
    page_limit,
    server_trouble,
    service_address,
)
from app.wire.hub import actions
from app.wire.permissions import Permission

ENTERPRISE = frozenset({Permission.READ_ALL, Permission.ENTERPRISE})


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("SERVER", "http://SERVER:30223/api/v1"),
        ("  server ", "http://server:30223/api/v1"),
        (r"\\SERVER", "http://SERVER:30223/api/v1"),
        ("//SERVER/", "http://SERVER:30223/api/v1"),
        ("10.0.0.5", "http://10.0.0.5:30223/api/v1"),
        ("10.0.0.5:8080", "http://10.0.0.5:8080/api/v1"),
        ("http://server", "http://server:30223/api/v1"),
        ("HTTPS://server:443/api/v1/", "https://server:443/api/v1"),
        ("http://127.0.0.1:9/api/v1", "http://127.0.0.1:9/api/v1"),
        ("[fe80::1]", "http://[fe80::1]:30223/api/v1"),
        ("my server", "http://my server:30223/api/v1"),
    ],
)
def test_service_address(typed: str, address: str) -> None:
    """A server may be typed in any common notation; nothing raises."""
    assert service_address(typed) == OfficeAddress(Mode.SERVICE, address)


def test_standard_addresses() -> None:
    """Local and Remote have Open Dental's fixed addresses; Service has none."""
    assert OfficeAddress.standard(Mode.LOCAL).base_url == "http://localhost:30222/api/v1"
    assert OfficeAddress.standard(Mode.REMOTE).base_url == "https://api.opendental.com/api/v1"
    for typed in ("https://desk:8443/api/v1/", "desk:8443", "http://desk:8443", "\\\\desk:8443"):
        assert hub_address(typed).base_url == "https://desk:8443/api/v1"
    assert HUB_PORT == actions.HUB_PORT
    assert hub_address("10.0.0.5").base_url == "https://10.0.0.5:30224/api/v1"
    assert hub_of(hub_address("[fe80::1]")) == "https://[fe80::1]:30224"
    with pytest.raises(ValueError, match="Service"):
        OfficeAddress.standard(Mode.SERVICE)


@pytest.mark.parametrize(
    ("mode", "ordinary", "enterprise"),
    [(Mode.REMOTE, 100, 1_000), (Mode.LOCAL, 1_000, 10_000), (Mode.SERVICE, 1_000, 10_000)],
)
def test_page_limit(mode: Mode, ordinary: int, enterprise: int) -> None:
    """Remote pages have a tenth of the rows of others, Enterprise pages ten times the ordinary number."""
    assert page_limit(mode) == page_limit(mode, frozenset({Permission.READ_ALL})) == ordinary
    assert page_limit(mode, ENTERPRISE) == enterprise


def test_keys() -> None:
    """Keys appear only in the header, and typed text can't break out of it."""
    assert Keys(" dev ", "cust").authorization == "ODFHIR dev/cust"
    assert repr(Keys("dev", "cust")) == str(Keys("dev", "cust")) == "Keys(hidden)"
    assert Keys("a\r\nHost: x", "ü").authorization == "ODFHIR a??Host:?x/?"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("http://", "no server name"),
        ("http://:30223", "no server"),
        ("[]", "no server"),
        ("SERVER:99999", "no port 99999"),
        ("SERVER:0", "no port 0"),
        ("SERVER:door", "isn't a server name"),
        ("my server", "isn't a server name"),
        ("ftp://server", "not with ftp://"),
    ],
)
def test_server_trouble(typed: str, names: str) -> None:
    """An invalid address is refused before it is tried, with a sentence that gives the reason."""
    assert names in str(server_trouble(typed))


@pytest.mark.parametrize(
    "typed", ["SERVER", r"\\SERVER", "10.0.0.5:30223", "https://server/api/v1", "[fe80::1]"]
)
def test_no_server_trouble(typed: str) -> None:
    """Common notations of a server are accepted."""
    assert not server_trouble(typed)
