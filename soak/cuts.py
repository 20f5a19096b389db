"""Where an exchange is cut or spoiled."""

from __future__ import annotations

from enum import StrEnum


class Cut(StrEnum):
    """One point. Its value names it in the report."""

    DEAF = "no connection: the line is down"
    IN_THE_REQUEST = "some bytes of the request have passed"
    BEFORE_FORWARDING = "the whole request arrived, nothing of it is passed on"
    AFTER_FORWARDING = "the whole request is passed on, the line goes at once"
    AFTER_COMMIT = "the office has answered, nothing of it is passed on"
    IN_THE_HEAD = "the head of the answer has passed in part"
    IN_THE_BODY = "the body of the answer has passed in part"
    SILENCE_BEFORE = "no answer for 60 s, nothing is passed on"
    SILENCE_AFTER = "no answer for 60 s, the office has answered"
    GATEWAY_BEFORE = "504, nothing is passed on"
    GATEWAY_AFTER = "504, the office has answered"
    GATEWAY_LATE = "504, the office is asked a minute later"
    BUSY = "429, nothing is passed on"
    PAGE_200_BEFORE = "a proxy's page with 200, nothing is passed on"
    PAGE_200_AFTER = "a proxy's page with 200, the office has answered"
    PAGE_403_BEFORE = "a proxy's page with 403, nothing is passed on"
    PAGE_403_AFTER = "a proxy's page with 403, the office has answered"
    PAGE_502_AFTER = "a proxy's page with 502, the office has answered"
    REDIRECT_BEFORE = "a redirect to a sign-in page, nothing is passed on"
    REDIRECT_AFTER = "a redirect to the same address, the office has answered"
    EMPTY_AFTER = "an answer without a body, the office has answered"
    GARBAGE_AFTER = "an answer that is no JSON, the office has answered"
    KILLED_BEFORE = "the desk is killed, half of the request has passed"
    KILLED_AFTER = "the desk is killed, the office has answered"

    @property
    def arrives(self) -> bool:
        """Whether the office gets the whole request."""
        return self in _ARRIVING

    @property
    def kills(self) -> bool:
        """Whether the desk dies of it."""
        return self in (Cut.KILLED_BEFORE, Cut.KILLED_AFTER)


_ARRIVING = frozenset(
    {
        Cut.AFTER_FORWARDING,
        Cut.AFTER_COMMIT,
        Cut.IN_THE_HEAD,
        Cut.IN_THE_BODY,
        Cut.SILENCE_AFTER,
        Cut.GATEWAY_AFTER,
        Cut.GATEWAY_LATE,
        Cut.PAGE_200_AFTER,
        Cut.PAGE_403_AFTER,
        Cut.PAGE_502_AFTER,
        Cut.REDIRECT_AFTER,
        Cut.EMPTY_AFTER,
        Cut.GARBAGE_AFTER,
        Cut.KILLED_AFTER,
    }
)
OF_A_READ = tuple(each for each in Cut if not each.kills and each is not Cut.GATEWAY_LATE)
"""What a read may meet: it changes nothing, so that its moment doesn't matter."""
