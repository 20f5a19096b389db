"""What the verification asks of the vault's entries after an upgrade."""

from __future__ import annotations

from installer.verify_under_wine.state import lost_entries


def test_an_entry_that_is_gone_is_lost_and_a_new_one_is_not() -> None:
    """The last one written has the plain name, so names say nothing."""
    keys, seal = "keys Service http://127.0.0.1:1/api/v1", "seal journal"
    before = [f"Front Desk: {seal}", f"{keys}@Front Desk: {keys}"]
    after = ["Front Desk: audit 1", f"{keys}@Front Desk: {keys}", f"{seal}@Front Desk: {seal}"]
    assert lost_entries(before, after) == []
    assert lost_entries(before, after[:2]) == [seal]
