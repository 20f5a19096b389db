"""Says at a desk of a hub that another desk is about to take the payment that was just taken here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from app.journal.entries import Entry, WriteState
from app.viewmodels.activity import NoticeAction
from app.viewmodels.translation import tr
from app.wire.hub.stream import StreamLine, TwinPayment

if TYPE_CHECKING:  # the desk passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

KIND = "payment"


class Stream(Protocol):
    """The hub's change stream."""

    def watch(self, watcher: Callable[[StreamLine], object]) -> Callable[[], None]:
        """Call back with each line. Returns a function that unsubscribes."""
        ...


class HubTwins:
    """The other desk is asked too, and posts nothing before its user goes on."""

    def __init__(self, desk: DeskViewModel, stream: Stream) -> None:
        self._desk = desk
        self.close = stream.watch(self._hear)

    def _hear(self, line: StreamLine) -> None:
        if not isinstance(line, TwinPayment):
            return
        person = self._desk.parts.office.person(line.pat_num)
        said = tr(
            "{device} is about to take the payment that was just taken here{whose}. Is it the same one? "
            "The other desk has been asked too.",
            device=line.device,
            whose=tr(" for {name}", name=person.display) if person is not None else "",
        )
        back = NoticeAction(tr("Refund"), lambda: self._refund(line.pat_num))
        self._desk.notices.say(said, kind="error", actions=(back,))

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
