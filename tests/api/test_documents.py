"""Lists that report as text that they are empty."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.api.client import OpenDental
from app.api.errors import Unconfirmed
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.sending import Sending
from app.api.transport import Answer

NOTHING = b"No documents could be made into thumbnails."


class Saying:
    """A transport to an office that always gives the same answer."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self.sent: list[str] = []

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """Answer."""
        self.sent.append(verb)
        return Answer(200, {}, self._body)

    def drop_connections(self) -> None:
        """As Transport."""

    async def aclose(self) -> None:
        """Nothing is open."""


async def thumbnails(transport: Saying) -> list[object]:
    """The result for a patient's pictures with this transport."""
    mistakes: list[BaseException] = []
    address = OfficeAddress.standard(Mode.LOCAL)
    async with OpenDental(address, Keys("d", "c"), transport, on_error=mistakes.append) as office:
        found = await office.documents.thumbnails(
            PatNum=1, SftpAddress="site/", SftpUsername="me", SftpPassword="secret"
        )
    assert mistakes == []
    return list(found)


@pytest.mark.parametrize("body", [NOTHING, b'"' + NOTHING + b'"', NOTHING + b"\r\n"])
async def test_words_for_none_are_an_empty_list(body: bytes) -> None:
    """If a method answers as text that the list is empty, the result is empty after one request."""
    transport = Saying(body)
    assert await thumbnails(transport) == []
    assert transport.sent == ["POST"]


async def test_other_words_are_no_list() -> None:
    """After any other answer that isn't a list, it is unknown whether the files were created."""
    with pytest.raises(Unconfirmed):
        await thumbnails(Saying(b"Something went wrong."))
