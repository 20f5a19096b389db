"""Which of the system's proxies is used."""

from __future__ import annotations

import pytest
from PySide6.QtNetwork import QNetworkProxy

from app.bootstrap.system.proxy import system_proxy, usable

KINDS = QNetworkProxy.ProxyType
DIRECT = QNetworkProxy(KINDS.NoProxy)
OFFICE = QNetworkProxy(KINDS.HttpProxy, "proxy.office.invalid", 8080)
SOCKS = QNetworkProxy(KINDS.Socks5Proxy, "socks.office.invalid", 1080)


@pytest.mark.parametrize(
    ("found", "url"),
    [
        ([], ""),
        ([DIRECT], ""),
        ([OFFICE, DIRECT], "http://proxy.office.invalid:8080"),
        ([DIRECT, OFFICE], ""),
        ([SOCKS, OFFICE], "http://proxy.office.invalid:8080"),
    ],
)
def test_the_first_that_can_be_used(found: list[QNetworkProxy], url: str) -> None:
    """A script's list is in order of preference; a kind that this program can't speak is passed over."""
    assert usable(found) == url


def test_only_other_kinds() -> None:
    """It is an error that is said, and not a way around the office's proxy."""
    with pytest.raises(ValueError, match="another kind"):
        usable([SOCKS])


def test_a_name_and_a_password_are_encoded() -> None:
    """As a URL needs it."""
    named = QNetworkProxy(KINDS.HttpProxy, "proxy.invalid", 3128, "mo", "a:b@c")
    assert usable([named]) == "http://mo:a%3Ab%40c@proxy.invalid:3128"


def test_the_system_is_asked() -> None:
    """Whatever this PC's settings are, there is an answer or a refusal in words."""
    assert isinstance(system_proxy("https://api.opendental.com/api/v1"), str)
