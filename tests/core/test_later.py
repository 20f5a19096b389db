"""What a start does not need is named, and imported when it is first used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.core.later import load_name

ROOT = Path(__file__).resolve().parents[2]
PLACE = re.compile(r'"(app\.[\w.]+:[\w.]+)"')


def test_every_named_place_is_there(qapp: object) -> None:
    """No name given as "package.module:name" anywhere in the program leads nowhere."""
    places = {
        each for path in (ROOT / "app").rglob("*.py") for each in PLACE.findall(path.read_text("utf-8"))
    }
    assert len(places) > 20
    for place in sorted(places):
        assert load_name(place) is not None, place


@pytest.mark.parametrize("place", ["app.core.nowhere:Name", "app.core.later:Nobody"])
def test_a_place_that_is_not_there_fails_at_once(place: str) -> None:
    """A name that leads nowhere raises, instead of returning nothing."""
    with pytest.raises((ImportError, AttributeError)):
        load_name(place)
