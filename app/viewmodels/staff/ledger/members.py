"""The members of the family above the ledger, each with a balance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from app.services.money.account.records import FamilyAccount
from app.viewmodels.tables.column import money_text
from app.viewmodels.translation import tr


class MemberChip(Struct, frozen=True):
    """One member, or the whole family."""

    pat_num: int
    """0: the family."""
    name: str
    balance: str
    owes: bool
    chosen: bool


def member_chips(value: FamilyAccount, chosen: int) -> tuple[MemberChip, ...]:
    """The members in their order, the family last; nothing for somebody without a family."""
    if len(value.members) < 2:
        return ()
    names = short_names(value)
    members = tuple(
        MemberChip(
            each.pat_num,
            names[each.pat_num],
            money_text(each.portion),
            each.portion > 0,
            each.pat_num == chosen,
        )
        for each in value.members
    )
    whole = value.account.portion
    return (*members, MemberChip(0, tr("Family"), money_text(whole), whole > 0, not chosen))


def short_names(value: FamilyAccount) -> Mapping[int, str]:
    """What the members are called in the family, by PatNum: the first name, with the last name where that is needed."""
    called = {each.pat_num: each.person.preferred or each.person.first_name for each in value.members}
    given = Counter(called.values())
    return {
        each.pat_num: called[each.pat_num]
        if called[each.pat_num] and given[called[each.pat_num]] == 1
        else each.person.display
        for each in value.members
    }
