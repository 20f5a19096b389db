"""Says at a desk of a hub that another desk is about to post what was just posted here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from app.core.text import msg
from app.journal.entries import Entry, WriteState
from app.viewmodels.activity import NoticeAction
from app.viewmodels.translation import tr
from app.wire.hub.stream import Posted, StreamLine, TwinPosting

if TYPE_CHECKING:  # the desk passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

KIND = "payment"
WHAT = {
    Posted.ADJUSTMENT: msg("adjustment"),
    Posted.PLAN: msg("payment plan"),
    Posted.INSURANCE: msg("insurance payment"),
    Posted.DEPOSIT: msg("deposit"),
}


class Stream(Protocol):
    """The hub's change stream."""

    def watch(self, watcher: Callable[[StreamLine], object]) -> Callable[[], None]:
        """Call back with each line. Returns a function that unsubscribes."""
        ...


class HubTwins:
    """The other desk is asked too, and posts nothing before its user goes on. A second refund is refused."""

    def __init__(self, desk: DeskViewModel, stream: Stream) -> None:
        self._desk = desk
        self.close = stream.watch(self._hear)

    def _hear(self, line: StreamLine) -> None:
        if not isinstance(line, TwinPosting):
            return
        person = self._desk.parts.office.person(line.pat_num)
        whose = tr(" for {name}", name=person.display) if person is not None else ""
        if line.what is Posted.REFUND:
            self._desk.notices.say(
                tr("{device} wanted to refund the payment that was just refunded here.", device=line.device),
                kind="error",
            )
        elif line.what is Posted.PAYMENT:
            said = tr(
                "{device} is about to take the payment that was just taken here{whose}. Is it the same one? "
                "The other desk has been asked too.",
                device=line.device,
                whose=whose,
            )
            back = NoticeAction(tr("Refund"), lambda: self._refund(line.pat_num))
            self._desk.notices.say(said, kind="error", actions=(back,))
        else:
            said = tr(
                "{device} is about to post the {what} that was just posted here{whose}. Is it the same one? "
                "The other desk has been asked too.",
                device=line.device,
                what=tr(WHAT[line.what]),
                whose=whose,
            )
            self._desk.notices.say(said, kind="error")

    def _refund(self, pat_num: int) -> None:
        """Give ours back; while it is being posted, nobody knows its number."""
        ours = next((each for each in self._desk.parts.journal.recent(50) if _is_taken(each, pat_num)), None)
        if ours is None:
            self._desk.warn(tr("The payment is not posted yet."))
            return
        self._desk.money.refund(pat_num, int((ours.answer or {})["PayNum"]))


def _is_taken(entry: Entry, pat_num: int) -> bool:
    is_this = entry.intent.kind == KIND and entry.intent.arguments.get("PatNum") == pat_num
    return is_this and entry.state is WriteState.DONE and bool((entry.answer or {}).get("PayNum"))
