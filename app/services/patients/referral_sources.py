"""The office's referral sources, to choose from."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from app.api.client import OpenDental
from app.api.need import Need
from app.wire.resources.referrals import Referral


class ReferralSource(Struct, frozen=True):
    """Someone who sends patients."""

    referral_num: int
    name: str
    """"Young, Ann DDS · Harbor Endodontics"; of an organization its name alone. No two are the same."""


async def referral_sources(client: OpenDental, need: Need) -> tuple[ReferralSource, ...]:
    """Those in use: the preferred ones first, then by name. Raises the client's ApiErrors."""
    rows = [row for row in await client.at(need).referrals.list() if not row.IsHidden]
    rows.sort(key=lambda row: (not row.IsPreferred, _name(row).casefold()))
    times = Counter(_name(row) for row in rows)
    return tuple(
        ReferralSource(row.ReferralNum, _name(row) if times[_name(row)] == 1 else _unique_name(row))
        for row in rows
    )


def _name(row: Referral) -> str:
    if row.NotPerson:
        return row.LName.strip()
    given = " ".join(part for part in (row.FName.strip(), row.MName.strip()) if part)
    name = ", ".join(part for part in (row.LName.strip(), given) if part)
    name = f"{name} {row.Title.strip()}".strip()
    return " · ".join(part for part in (name, row.BusinessName.strip()) if part)


def _unique_name(row: Referral) -> str:
    """With phone and number, where several have the same name."""
    return " · ".join(part for part in (_name(row), row.Telephone.strip(), f"#{row.ReferralNum}") if part)
