"""The referral sources to choose from."""

from __future__ import annotations

from app.api.need import Need
from app.services.patients.referral_sources import referral_sources
from tests.services.front_desk import Desk, Town


async def test_those_in_use(desk: Desk, town: Town) -> None:
    """Hidden ones are left out, preferred ones come first, then by name; two of the same name can be told apart."""
    town.sql("UPDATE referral SET IsHidden = 0, IsPreferred = 0, Title = ''")
    town.sql("INSERT INTO referral (ReferralNum, LName, FName, NotPerson) VALUES (901, 'Web search', 'x', 1)")
    town.sql("INSERT INTO referral (ReferralNum, LName, FName, IsHidden) VALUES (902, 'Aa', 'Hidden', 1)")
    town.sql("INSERT INTO referral (ReferralNum, LName, FName, Title) VALUES (903, 'Aab', 'Ann', 'DDS')")
    for number in (904, 905):
        town.sql(
            "INSERT INTO referral (ReferralNum, LName, FName, Telephone) VALUES (?, 'Aac', 'Bo', '5415550155')",
            number,
        )
    town.sql("UPDATE referral SET IsPreferred = 1 WHERE ReferralNum = 901")
    found = await referral_sources(desk.client, Need.CLICK)
    assert [each.name for each in found][:2] == ["Web search", "Aab, Ann DDS"]
    assert [each.name for each in found if each.referral_num in (904, 905)] == [
        "Aac, Bo · 5415550155 · #904",
        "Aac, Bo · 5415550155 · #905",
    ]
    assert 902 not in {each.referral_num for each in found}
