"""An equal posting is not known to be done yet: a second one would take the money twice."""

from __future__ import annotations

from collections.abc import Awaitable

from app.core.text import At, Text, msg
from app.journal.entries import Entry
from app.journal.errors import JournalError, StillSettling, next_minute


class PostingUnknown(StillSettling):
    """As the journal's, in words about money: why a second try is blocked, and until when."""

    def __init__(self, blocked: StillSettling) -> None:
        JournalError.__init__(self, _words(blocked))
        self.entry, self.until, self.asks = blocked.entry, blocked.until, blocked.asks


async def in_words_of_money(posting: Awaitable[Entry]) -> Entry:
    """The entry of a posting. Raises PostingUnknown in place of StillSettling."""
    try:
        return await posting
    except StillSettling as blocked:
        raise PostingUnknown(blocked) from None


def _words(blocked: StillSettling) -> Text:
    if blocked.asks:
        return msg(
            "The same was sent before, and Front Desk can't tell whether it was posted. Look in Open Dental, "
            "then choose Done or Not done under Needs attention. Until then it can't be posted again."
        )
    if blocked.until is None:
        return msg(
            "The same was sent before, and Open Dental hasn't confirmed it. "
            "It can't be posted again until the office answers."
        )
    return msg(
        "The same was sent before, and Open Dental hasn't confirmed it. Front Desk is checking. "
        "It can't be posted again until {time}.",
        time=At(next_minute(blocked.until)),
    )
