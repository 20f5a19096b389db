"""Whether the office answers, as the file for support tells it: without keys, and without what the answer says."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.planted import Home, Listener


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Empty folders."""
    return Home(tmp_path / "home")


@pytest.fixture
def office() -> Iterator[Listener]:
    """An office whose answer has a person in it, and whose clock is wrong by ten minutes or more."""
    head = b"HTTP/1.1 401 Ortiz\r\nDate: Mon, 02 Mar 2026 09:00:00 GMT\r\nX-Patient: Marchetti\r\n\r\n"
    listener = Listener(head + b'{"status": "Ortiz", "version": "1984-02-29"}')
    thread = threading.Thread(target=listener.run, daemon=True)
    thread.start()
    listener.wait()
    yield listener
    listener.stop()
    thread.join(10)


def test_the_connection_is_tried_without_keys(home: Home, office: Listener) -> None:
    """The office is asked once, without authorization; of its answer the status and the clock are told."""
    home.settings(mode="Service", server=f"127.0.0.1:{office.port}")
    facts, whole = home.collected()
    told = facts["connection"]["office"]
    assert (told["reachable"], told["status"], told["TLS"]) == (True, 401, False)
    assert isinstance(told["seconds its clock is ahead"], int)
    assert "Ortiz" not in whole
    assert "Marchetti" not in whole
    sent = office.received.getvalue().decode().lower()
    assert sent.startswith("get /api/v1 http/1.1")
    assert not re.search(r"authorization|odfhir|bearer|cookie|\?", sent)


def test_the_connection_is_tried_as_the_program_makes_it(
    home: Home, office: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy of this PC is told without its password, and asked; the office behind it gets no keys."""
    monkeypatch.setenv("HTTPS_PROXY", f"http://Ortiz:NFF6i0KrXrxDkZHt@127.0.0.1:{office.port}")
    home.settings(mode="Remote")
    facts, whole = home.collected()
    told = facts["connection"]["office, through this PC's proxy settings"]
    assert told == {"proxy": f"127.0.0.1:{office.port}", "reachable": False, "why": told["why"]}
    sent = office.received.getvalue().decode()
    assert sent.startswith("CONNECT api.opendental.com:443 HTTP/1.1")
    assert not re.search(r"ODFHIR|Bearer|Cookie", sent)
    assert "Ortiz" not in whole
    assert "NFF6" not in whole


@pytest.mark.parametrize(
    "server", ["Ortiz:NFF6i0KrXrxDkZHt@127.0.0.1:1", "http://[::1", "Maria Ortiz", "x:99999"]
)
def test_an_address_that_is_none(home: Home, server: str) -> None:
    """What was typed instead of an address is not shown, and is told as not reachable."""
    home.settings(mode="Service", server=server)
    facts, whole = home.collected()
    assert facts["connection"].get("failed") or not facts["connection"]["office"]["reachable"]
    assert "Ortiz" not in whole
    assert "NFF6" not in whole


def test_an_office_that_does_not_answer(home: Home) -> None:
    """A server that is off is told as not reachable, with the kind of failure only."""
    home.settings(mode="Service", server="127.0.0.1:1")
    facts, _ = home.collected()
    assert facts["connection"]["office"]["reachable"] is False
    assert facts["connection"]["office"]["why"]
