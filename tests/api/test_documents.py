"""Lists that say in words that they are empty."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.api.client import OpenDental
from app.api.errors import Unconfirmed
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.transport import Answer

NOTHING = b"No documents could be made into thumbnails."


class Saying:
    """A transport to an office that always says the same."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self.sent: list[str] = []

    async def send(
        self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Answer:
        """Answer."""
        self.sent.append(verb)
        return Answer(200, {}, self._body)

    def drop_connections(self) -> None:
        """As Transport."""

    async def aclose(self) -> None:
        """Nothing is open."""


async def thumbnails(transport: Saying) -> list[object]:
    """What an office with this transport makes of a patient's pictures."""
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
    """Where a method answers in words that there is nothing to list, the list is empty, and asked for once."""
    transport = Saying(body)
    assert await thumbnails(transport) == []
    assert transport.sent == ["POST"]


async def test_other_words_are_no_list() -> None:
    """Anything else that is no list leaves it open whether the files were made."""
    with pytest.raises(Unconfirmed):
        await thumbnails(Saying(b"Something went wrong."))
