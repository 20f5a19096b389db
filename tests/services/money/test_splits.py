"""The proof that `python dev.py splits` gives for ten thousand families, for a hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.money.split_proof import prove

SEED = 7


@pytest.mark.timeout(400)
async def test_the_preview_is_what_is_posted_for_random_families(tmp_path: Path) -> None:
    """For a hundred random families, preview, splits posted and an independent computation agree to the cent."""
    tally = await prove(tmp_path / "splits.db", 100, SEED)
    assert tally.wrong == []
    assert tally.families == 100
    assert tally.charged > 5
    assert set(tally.ways) == {"family", "patient", "procedures", "prepayment", "plan"}
