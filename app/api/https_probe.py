"""Whether https was meant where http was typed."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from urllib.parse import urlsplit

from app.api.modes import OfficeAddress


async def speaks_https(address: OfficeAddress, seconds: float = 3.0) -> bool:
    """Whether the server of a plain http address answers a TLS handshake, with any certificate."""
    url = urlsplit(address.base_url)
    anybody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anybody.check_hostname = False
    anybody.verify_mode = ssl.CERT_NONE  # nothing is sent to it
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(url.hostname, url.port or 80, ssl=anybody)
    except (OSError, TimeoutError):
        return False
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
    return True
