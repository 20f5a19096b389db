"""Says once that this PC reaches its office over plain http, and what is better."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.api.modes import Mode, OfficeAddress
from app.core.this_pc import computer_name
from app.sealed.errors import LocalStoreError
from app.viewmodels.activity import NoticeAction
from app.viewmodels.staff.hub.late import HUB
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

SAID = "plain http said"  # words: the name of a document


def is_plain(address: OfficeAddress) -> bool:
    """Whether requests leave this PC unencrypted."""
    parts = urlsplit(address.base_url)
    return address.mode is Mode.SERVICE and parts.scheme == "http" and not _is_here(parts.hostname or "")


async def say_once(desk: DeskViewModel) -> None:
    """Say it, unless it was said for this office on this PC before."""
    parts = desk.parts
    documents = parts.journal.store.documents
    try:
        if await documents.get(SAID) is not None:
            return
        await documents.put(SAID, b"1", parts.clock.utc())
    except LocalStoreError:
        return  # rather not at all than with every start
    host = urlsplit(parts.client.address.base_url).hostname or ""
    desk.notices.say(
        tr(
            "This PC talks to {server} without encryption: others on the network could read patient data. "
            "An office hub on the server's own PC encrypts it.",
            server=host,
        ),
        kind="warning",
        actions=(NoticeAction(tr("Office hub"), desk.commands[HUB.id].run),),
    )


def _is_here(host: str) -> bool:
    """Whether a host is this PC."""
    if (
        host == "localhost"
        or host.partition(".")[0].casefold() == computer_name().partition(".")[0].casefold()
    ):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
