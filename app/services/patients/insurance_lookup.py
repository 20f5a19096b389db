"""Carriers and plans that are there already, offered while one is typed so that none is entered twice."""

from __future__ import annotations

from collections.abc import Sequence

from app.api.client import OpenDental
from app.api.errors import BadRequest, NotFound
from app.api.need import Need
from app.domain.people.organizations import ENOUGH, resemblance
from app.wire.resources.carriers import Carrier
from app.wire.resources.ins_plans import InsPlan

FEWEST_LETTERS = 2
OFFERED = 8
"""Rows that are offered at most."""


class InsuranceLookup:
    """One for each form; it reads the carriers once, and each carrier's plans once. Raises the client's ApiErrors."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client
        self._carriers: Sequence[Carrier] | None = None
        self._plans: dict[int, Sequence[InsPlan]] = {}

    async def carriers(self, typed: str) -> tuple[Carrier, ...]:
        """Carriers that may be meant, likeliest first, hidden ones last."""
        if len(typed.strip()) < FEWEST_LETTERS:
            return ()
        if self._carriers is None:
            self._carriers = await self._client.at(Need.SCREEN).carriers.list()
        found = [(resemblance(typed, row.CarrierName), row) for row in self._carriers]
        likely = sorted(
            ((likeness, row) for likeness, row in found if likeness >= ENOUGH),
            key=lambda each: (each[1].IsHidden, -each[0], each[1].CarrierName),
        )
        return tuple(row for _, row in likely[:OFFERED])

    async def plans(self, carrier_num: int, group_num: str = "", group_name: str = "") -> tuple[InsPlan, ...]:
        """A carrier's plans: with nothing typed all of them, else those whose group may be meant; same number first."""
        rows = await self._plans_of(carrier_num)
        wanted = _bare(group_num)
        if not wanted and not group_name.strip():
            return tuple(rows)
        found = [
            (_bare(row.GroupNum) == wanted if wanted else False, resemblance(group_name, row.GroupName), row)
            for row in rows
        ]
        likely = [
            each for each in found if each[0] or each[1] >= ENOUGH or _begins(wanted, _bare(each[2].GroupNum))
        ]
        likely.sort(key=lambda each: (not each[0], each[2].IsHidden, -each[1]))
        return tuple(row for *_, row in likely[:OFFERED])

    async def _plans_of(self, carrier_num: int) -> Sequence[InsPlan]:
        """Before 24.2.11 a carrier's plans are found among all."""
        if carrier_num not in self._plans:
            plans = self._client.at(Need.SCREEN).ins_plans
            try:
                rows = await plans.list(CarrierNum=carrier_num)
            except (NotFound, BadRequest):
                rows = await plans.list()
            self._plans[carrier_num] = [row for row in rows if row.CarrierNum == carrier_num]
        return self._plans[carrier_num]


def _bare(group_num: str) -> str:
    """A group number without punctuation and leading zeros, which offices type differently."""
    return "".join(each for each in group_num if each.isalnum()).lstrip("0").casefold()


def _begins(typed: str, number: str) -> bool:
    return len(typed) >= FEWEST_LETTERS and number.startswith(typed)
