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


class ReferralSources:
    """Reads them once. Raises the client's ApiErrors."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client
        self._known: tuple[ReferralSource, ...] | None = None

    async def all(self) -> tuple[ReferralSource, ...]:
        """Those in use: the preferred ones first, then by name."""
        if self._known is None:
            rows = [row for row in await self._client.at(Need.SCREEN).referrals.list() if not row.IsHidden]
            rows.sort(key=lambda row: (not row.IsPreferred, _name(row).casefold()))
            self._known = tuple(ReferralSource(row.ReferralNum, _name(row)) for row in rows)
        return self._known


def _name(row: Referral) -> str:
    if row.NotPerson:
        return row.LName.strip()
    name = ", ".join(part for part in (row.LName.strip(), row.FName.strip()) if part)
    return f"{name} {row.Title}".strip()
