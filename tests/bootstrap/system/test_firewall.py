"""The rules of Windows' firewall for a hub."""

from __future__ import annotations

from pathlib import Path

from app.api.modes import HUB_PORT
from app.bootstrap.system import firewall

FOLDER = Path("Program Files", "Front Desk")


def test_a_hub_is_reached_whichever_executable_runs_it() -> None:
    """Both have both rules: for the hub's port and the office's networks only, never for the port alone."""
    made: list[list[str]] = []
    firewall.open_for_hub(FOLDER, made.append)
    opened = [each for each in made if "add" in each]
    assert {(each[4], each[7]) for each in opened} == {
        (f"name=Front Desk hub ({protocol})", f"program={FOLDER / program}")
        for protocol in ("TCP", "UDP")
        for program in ("FrontDesk.exe", "front-desk.exe")
    }
    for each in opened:
        assert f"localport={HUB_PORT}" in each
        assert "profile=private,domain" in each


def test_opening_again_leaves_no_second_set() -> None:
    """A rule of the same name is added beside the first: an upgrade deletes them before."""
    made: list[list[str]] = []
    firewall.open_for_hub(FOLDER, made.append)
    assert made[:2] == list(firewall.closing())


def test_closing_deletes_every_rule_that_is_made() -> None:
    """By its name."""
    made: list[list[str]] = []
    firewall.close(made.append)
    names = {each[4] for each in firewall.opening(FOLDER)}
    assert {each[4] for each in made} == names
    assert all("delete" in each for each in made)
