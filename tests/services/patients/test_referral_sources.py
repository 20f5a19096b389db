"""The referral sources to choose from."""

from __future__ import annotations

from app.services.patients.referral_sources import referral_sources
from tests.services.front_desk import Desk, Town


async def test_those_in_use(desk: Desk, town: Town) -> None:
    """Hidden ones are left out, preferred ones come first, then by name; an organization has one name."""
    town.sql("UPDATE referral SET IsHidden = 0, IsPreferred = 0, Title = ''")
    town.sql("INSERT INTO referral (ReferralNum, LName, FName, NotPerson) VALUES (901, 'Web search', 'x', 1)")
    town.sql("INSERT INTO referral (ReferralNum, LName, FName, IsHidden) VALUES (902, 'Aa', 'Hidden', 1)")
    town.sql("INSERT INTO referral (ReferralNum, LName, FName, Title) VALUES (903, 'Aab', 'Ann', 'DDS')")
    town.sql("UPDATE referral SET IsPreferred = 1 WHERE ReferralNum = 901")
    found = await referral_sources(desk.client)
    assert [each.name for each in found][:2] == ["Web search", "Aab, Ann DDS"]
    assert 902 not in {each.referral_num for each in found}
