"""What was typed of payments and not posted yet."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from app.viewmodels.staff.money.payment.draft import PaymentDraft


class KeptDraft(Struct, frozen=True):
    """One of them. `entry`: the refused entry that it goes on with; 0: none."""

    draft: PaymentDraft
    entry: int = 0


class KeptDrafts:
    """By patient. The one that was left last comes back first; a refused payment that is changed hides no other."""

    def __init__(self) -> None:
        self._kept: defaultdict[int, list[KeptDraft]] = defaultdict(list)

    def put(self, pat_num: int, draft: PaymentDraft, entry: int = 0) -> None:
        """Keep one, in place of an earlier one of the same refused entry: that would be posted twice."""
        self.take_of(pat_num, entry)
        self._kept[pat_num].append(KeptDraft(draft, entry))

    def take(self, pat_num: int) -> PaymentDraft | None:
        """The patient's last one, which is not kept any more; None without one."""
        kept = self._kept[pat_num]
        return kept.pop().draft if kept else None

    def take_of(self, pat_num: int, entry: int) -> PaymentDraft | None:
        """The one that goes on with a refused entry."""
        found = [each for each in self._kept[pat_num] if entry and each.entry == entry]
        for each in found:
            self._kept[pat_num].remove(each)
        return found[-1].draft if found else None
