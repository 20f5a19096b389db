"""Checks an office before it is opened: one cheap request with a short timeout."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # these load after the first paint
    from app.api.keys import Credentials
    from app.api.modes import OfficeAddress
    from app.api.transport import Transport
    from app.core.clock import Clock
    from app.wire.version import Version

CHECK_SECONDS = 10.0
"""The user waits for it; a working office answers within one second."""

log = logging.getLogger(__name__)


async def check_office(
    address: OfficeAddress,
    keys: Credentials,
    clock: Clock,
    transport: Transport | None = None,
    seconds: float = CHECK_SECONDS,
) -> None:
    """Request an office's version. Raises the client's errors (TimedOut after `seconds`), or OfficeTooOld."""
    from app.api import errors
    from app.store.oldest import oldest_office
    from app.viewmodels.staff.connect_words import OfficeTooOld

    needed = oldest_office()
    try:
        async with asyncio.timeout(seconds):
            version = await _version_of(address, keys, clock, transport)
    except TimeoutError:
        raise errors.TimedOut("Preferences.list") from None
    except (errors.BadRequest, errors.NotFound, errors.Gone) as refusal:
        # The request is as old as the API and is valid: a server that refuses it is older, or isn't Open
        # Dental.
        raise OfficeTooOld("", str(needed)) from refusal
    if version is not None and version < needed:
        raise OfficeTooOld(str(version), str(needed))


async def _version_of(
    address: OfficeAddress, keys: Credentials, clock: Clock, transport: Transport | None
) -> Version | None:
    """The version that the office reports. Raises HttpsOnly if a plain http address has a server that speaks https."""
    from app.api import errors
    from app.api.client import OpenDental
    from app.api.http import over_network
    from app.api.https_probe import speaks_https
    from app.bootstrap.system.proxy import system_proxy

    way = transport or over_network(address, system_proxy)
    async with OpenDental(address, keys, way, clock=clock, on_error=_report) as office:
        try:
            return (await office.probe_version()).version
        except (errors.ConnectionLost, errors.NotTheOffice) as error:
            if address.base_url.startswith("http:") and await speaks_https(address):
                raise errors.HttpsOnly(error.method) from error
            raise


def _report(error: BaseException) -> None:
    from app.bootstrap.system.reports import of_task

    log.error("a task of the connection check failed", exc_info=error)
    of_task(error)
