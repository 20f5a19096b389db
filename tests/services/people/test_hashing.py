"""What a hash of a PIN costs somebody who guesses."""

from __future__ import annotations

import pytest

from app.services.people.hashing import Argon2Hashing


@pytest.fixture(autouse=True)
def _quick_pins() -> None:
    """The program's own parameters, here only."""


def test_a_guess_costs_64_megabytes_and_three_passes() -> None:
    """As the hash itself says; it fits its PIN and no other one."""
    hashed = Argon2Hashing().hash("4831")
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert Argon2Hashing().fits(hashed, "4831")
    assert not Argon2Hashing().fits(hashed, "4832")
