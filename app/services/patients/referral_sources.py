"""The office's referral sources, to choose from."""

from __future__ import annotations

from msgspec import Struct

from app.api.client import OpenDental
from app.api.need import Need
from app.wire.resources.referrals import Referral


class ReferralSource(Struct, frozen=True):
    """Someone who sends patients."""

    referral_num: int
    name: str
    """"Young, Ann DDS"; an organization's name."""


async def referral_sources(client: OpenDental) -> tuple[ReferralSource, ...]:
    """Those in use: the preferred ones first, then by name. Raises the client's ApiErrors."""
    rows = [row for row in await client.at(Need.SCREEN).referrals.list() if not row.IsHidden]
    rows.sort(key=lambda row: (not row.IsPreferred, _name(row).casefold()))
    return tuple(ReferralSource(row.ReferralNum, _name(row)) for row in rows)


def _name(row: Referral) -> str:
    if row.NotPerson:
        return row.LName.strip()
    name = ", ".join(part for part in (row.LName.strip(), row.FName.strip()) if part)
    return f"{name} {row.Title}".strip()
