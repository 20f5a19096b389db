"""What a refusal keeps as long as its patient is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from app.api.errors import ApiError, NotFound
from app.store.patients.parts import Ready, Refused

KEPT: dict[str, Callable[[ApiError], Ready[str] | Refused]] = {
    "unknown": Refused,
    "known": lambda error: replace(Ready("known", 0.0), why=error),
}


@pytest.mark.parametrize("keep", KEPT.values(), ids=KEPT)
def test_a_kept_refusal_holds_no_frames(keep: Callable[[ApiError], Ready[str] | Refused]) -> None:
    """An error is kept, but not the rows and requests in the frames that raised it."""
    with pytest.raises(NotFound) as raised:
        raise NotFound("Patients.get") from ConnectionError()
    state = keep(raised.value)
    assert state.why is raised.value
    assert raised.value.__traceback__ is None
    assert raised.value.__cause__ is None
