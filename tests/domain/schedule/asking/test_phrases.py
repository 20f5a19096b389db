"""Phrases as receptionists type them."""

from __future__ import annotations

import pytest

from app.domain.schedule.asking.parser import ask
from tests.domain.schedule.asking.notation import OFFICE, TODAY, brief
from tests.domain.schedule.asking.phrases import PHRASES


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_means(phrase: str) -> None:
    """Each phrase that was written before the parser is understood as meant."""
    assert sorted(brief(ask(phrase, OFFICE, TODAY)).split("; ")) == sorted(PHRASES[phrase].split("; "))
