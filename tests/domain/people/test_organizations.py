"""Names of companies that may be one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.people.organizations import ENOUGH, resemblance

SAME = (
    ("Delta Dental of CA", "Delta Dental California"), ("BCBS", "Blue Cross Blue Shield"), ("metlife", "MetLife"),
    ("Aetna", "Aetna Insurance Company"), ("United Healthcare", "UnitedHealthcare"), ("Cigna Dentl", "Cigna Dental"),
    ("blue her", "Blue Heron Dental"), ("The Guardian", "Guardian Life Insurance Co."),
)  # fmt: skip
OTHER = (("Aetna", "Cigna"), ("Delta Dental", "Guardian"), ("Ameritas", "Humana"), ("", "Aetna"))


def test_the_same_company_in_other_words() -> None:
    """Abbreviations, fillers, spaces, typos and a name that is still being typed."""
    for typed, name in SAME:
        assert resemblance(typed, name) >= ENOUGH, (typed, name, resemblance(typed, name))
    for typed, name in OTHER:
        assert resemblance(typed, name) < ENOUGH, (typed, name, resemblance(typed, name))


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_is_a_share(typed: str, name: str) -> None:
    """It never fails and is between 0 and 1; a name resembles itself wholly unless it is empty."""
    assert 0.0 <= resemblance(typed, name) <= 1.0
    assert resemblance(name, name) in (0.0, 1.0)
