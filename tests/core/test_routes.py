"""This PC's own addresses: they change with the network."""

from __future__ import annotations

from app.core.routes import own_address, ways


def test_the_way_to_this_pc_is_this_pc() -> None:
    """By IPv4 and IPv6, where there is IPv6; nothing is sent, so any port will do."""
    assert own_address("127.0.0.1") == "127.0.0.1"
    assert own_address("127.0.0.1", 30222) == "127.0.0.1"
    assert own_address("::1") in ("::1", "")


def test_no_way_is_empty() -> None:
    """What is no address has no way, and fails nobody."""
    for host in ("", "no-such-pc.invalid", "a" * 300, "300.1.1.1"):
        assert own_address(host) in ("", own_address("0.0.0.0"))  # noqa: S104 # Linux: an empty name is this PC
    assert own_address("127.0.0.1", 99_999) == ""


def test_servers_are_looked_at_only_by_number() -> None:
    """A name would be asked for in the network, which waits for an answer."""
    assert ways("https://127.0.0.1:30223/api")[1:] == ("127.0.0.1",)
    assert len(ways("https://server.invalid/api", "", "http://[::1]:1")) == 2
    assert ways()[:1] == ways("http://server")
