"""What the form of new coverage shows, and what it offers while something is typed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from app.viewmodels.translation import tr
from app.wire.resources.carriers import Carrier
from app.wire.resources.family_modules import FamilyInsurance
from app.wire.resources.ins_plans import InsPlan
from app.wire.resources.pat_plans import PatPlanRelat


class Offer(Struct, frozen=True):
    """Something that is there already: chosen by its number."""

    number: int
    text: str
    detail: str = ""

    @property
    def line(self) -> str:
        """Both on one line."""
        return " · ".join(filter(None, (self.text, self.detail)))


class FormState(Struct, frozen=True, kw_only=True):
    """The whole form. Numbers are 0 while nothing that is there was chosen."""

    title: str
    subscribers: tuple[Offer, ...]
    """The family, the patient first."""
    subscriber: int
    relationship: PatPlanRelat = PatPlanRelat.SELF
    subscriber_id: str = ""
    carrier: str = ""
    carrier_num: int = 0
    phone: str = ""
    """Of a new carrier."""
    group_name: str = ""
    group_num: str = ""
    plan_num: int = 0
    carriers: tuple[Offer, ...] = ()
    plans: tuple[Offer, ...] = ()
    family: tuple[Offer, ...] = ()
    """Plans of relatives, by InsSubNum."""
    ins_sub_num: int = 0
    """The chosen one of `family`."""
    problem: str = ""
    missing: str = ""
    """The field that is missing or wrong: "carrier", "phone", "subscriber_id", "group"."""
    sending: bool = False
    replaces: bool = False
    """Whether the plan takes the place of another one: the subscriber stays."""

    @property
    def is_new_carrier(self) -> bool:
        """Whether a carrier is typed that would be added."""
        return bool(self.carrier.strip()) and not self.carrier_num and not self.ins_sub_num

    @property
    def copies(self) -> bool:
        """Whether a relative's plan is used, so that only the relationship is still open."""
        return bool(self.ins_sub_num)


def carrier_offers(rows: Sequence[Carrier]) -> tuple[Offer, ...]:
    """Carriers with their towns and phones, which tell those of one name apart."""
    return tuple(
        Offer(
            row.CarrierNum,
            row.CarrierName,
            " · ".join(
                filter(None, (row.City.strip(), row.Phone.strip(), tr("hidden") if row.IsHidden else ""))
            ),
        )
        for row in rows
    )


def plan_offers(rows: Sequence[InsPlan]) -> tuple[Offer, ...]:
    """Plans by their groups; hidden ones are left out."""
    return tuple(
        Offer(row.PlanNum, row.GroupName.strip() or tr("No group name"), row.GroupNum.strip())
        for row in rows
        if not row.IsHidden
    )


def family_offers(rows: Sequence[FamilyInsurance]) -> tuple[Offer, ...]:
    """Plans of relatives, with their subscribers."""
    return tuple(
        Offer(
            row.InsSubNum,
            row.CarrierName.strip(),
            " · ".join(
                filter(None, (row.GroupName.strip(), tr("subscriber {name}", name=row.subscriber.strip())))
            ),
        )
        for row in rows
    )
