"""Names that differ by one typo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.people.alike import one_typo_apart
from app.domain.people.typos import similar

WORDS = st.text("abé", min_size=1, max_size=5)


@given(WORDS, st.frozensets(WORDS, max_size=30))
def test_what_is_one_typo_away_is_found(word: str, names: frozenset[str]) -> None:
    """Exactly the names that one missing, extra, wrong or swapped letter makes of the word, each once."""
    found = similar(word, names)
    whole = {name for name in names if one_typo_apart(word, name)}
    assert len(found) == len(set(found))
    assert set(found) == whole or (not whole and len(word) >= 5)


def test_a_beginning_may_have_a_typo() -> None:
    """While a name is being typed, its beginning is found; not in place of a whole name, nor of a short one."""
    assert similar("galagh", {"gallagher", "ortiz"}) == ["gallagh"]
    assert similar("ortis", {"ortiz", "ortisson"}) == ["ortiz"]
    assert similar("gala", {"gallagher"}) == []


def test_similar_names_come_in_the_same_order_each_day() -> None:
    """Only the first few are tried, which must not depend on how a set orders them."""
    names = {"ann", "anna", "anne", "jan", "jon", "jane"}
    assert similar("jann", names) == ["ann", "jan", "jane"]
