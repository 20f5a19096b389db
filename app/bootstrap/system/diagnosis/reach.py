"""Whether the office answers: connection, TLS and clock. Asked without keys, with one small request."""

# words: a report for support

from __future__ import annotations

import asyncio
import contextlib
import email.utils
import json
import re
import ssl
import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from app.api.modes import API_PATH, HUB_PORT, Mode
from app.bootstrap.connecting.last_address import last_address
from app.bootstrap.system.diagnosis.shown import shown_server
from app.bootstrap.system.diagnosis.this_pc import Facts
from app.core.settings import Settings

SECONDS = 5.0
MOST_BYTES = 16_384
HEALTH_PATH = "/health"
_STATUS = ("ok", "office not reachable", "database not reachable", "stopping")
_COUNTS = ("protocol", "uptime_seconds", "desks_online", "office_reachable", "database_ok")


def reach(values: Facts, *, local_hub: bool, seconds: float = SECONDS) -> Facts:
    """Try the office that the settings name, and the hub on this PC if there is one."""
    return asyncio.run(_reach(values, local_hub, seconds))


async def _reach(values: Facts, local_hub: bool, seconds: float) -> Facts:  # noqa: FBT001
    facts: Facts = {"office": "none is set up"}
    url = _url(values)
    if url is not None:
        path = HEALTH_PATH if values.get("mode") == Mode.HUB else API_PATH
        facts["office"] = await answer_of(url, path, seconds)
        if (
            url.startswith("https:") and path != HEALTH_PATH
        ):  # as the program goes there: a proxy may be in between
            facts["office, through this PC's proxy settings"] = await _as_the_program(url, path, seconds)
    if local_hub:
        facts["hub on this PC"] = await answer_of(f"https://127.0.0.1:{HUB_PORT}", HEALTH_PATH, seconds)
    return facts


async def answer_of(url: str, path: str, seconds: float = SECONDS) -> Facts:
    """What a server answers to a request without keys: how fast, over what, and what time it has."""
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    try:
        host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    except ValueError:
        return {"reachable": False, "why": "the settings have no address there"}
    facts: Facts = {
        "server": shown_server(f"{parts.scheme}://{host}:{port}"),
        "TLS": secure,
        "reachable": False,
    }
    began = time.monotonic()
    try:
        async with asyncio.timeout(seconds):
            reader, writer = await asyncio.open_connection(
                host, port, ssl=_any_certificate() if secure else None
            )
            facts["reachable"] = True
            facts["milliseconds to connect"] = round((time.monotonic() - began) * 1000)
            try:
                facts |= _tls(writer)
                facts |= await _ask(reader, writer, host, path)
            finally:
                writer.close()
                with contextlib.suppress(OSError):
                    await writer.wait_closed()
    except TimeoutError:
        facts["why"] = "no answer in time"
    except OSError as error:
        facts["why"] = f"{type(error).__name__} {error.errno or ''}".strip()
    if secure and facts["reachable"] and path != HEALTH_PATH:
        facts["certificate"] = await _certificate(host, port, seconds)
    return facts


async def _as_the_program(url: str, path: str, seconds: float) -> Facts:
    """The same request over the program's own connections: with this PC's proxy and the certificates it trusts."""
    from app.api.http import over_network
    from app.api.modes import OfficeAddress
    from app.api.transport import TransportLost, TransportNotSent, TransportOverLimit
    from app.bootstrap.system.proxy import system_proxy

    parts = urlsplit(url)
    facts: Facts = {"proxy": await _proxy(url, seconds), "reachable": False}
    transport = over_network(OfficeAddress(Mode.REMOTE, url), system_proxy)
    began = time.monotonic()
    try:
        answer = await transport.send("GET", f"{parts.scheme}://{parts.netloc}{path}", {}, None, seconds)
    except TransportNotSent as error:
        return facts | {"why": error.kind.__name__}
    except (TransportLost, TransportOverLimit) as error:
        return facts | {"why": type(error).__name__}
    finally:
        await transport.aclose()
    return facts | {
        "reachable": True,
        "status": answer.status,
        "milliseconds": round((time.monotonic() - began) * 1000),
    }


async def _proxy(url: str, seconds: float) -> str:
    """Which proxy the program would use, without the name and password for it."""
    from app.api.network.proxies import proxy_for
    from app.bootstrap.system.proxy import system_proxy

    try:
        async with asyncio.timeout(seconds):
            found = await asyncio.to_thread(proxy_for, url, system_proxy)
    except ValueError:
        return "of a kind that can't be used"
    except TimeoutError:
        return "not found out in time"
    return "none" if found is None else shown_server(str(found.url))


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, path: str) -> Facts:
    """One GET without authorization. Of the answer: status, date, and what a hub's health page tells."""
    writer.write(
        f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\nConnection: close\r\n\r\n".encode()
    )
    await writer.drain()
    asked = datetime.now(UTC)
    answer = b""
    while len(answer) < MOST_BYTES and (part := await reader.read(MOST_BYTES)):
        answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = re.fullmatch(r"HTTP/1\.[01] (\d{3}).*", lines[0])
    facts: Facts = {"status": int(status[1])} if status else {"status": "not HTTP"}
    facts["seconds its clock is ahead"] = _ahead(lines, asked)
    if path == HEALTH_PATH:
        facts["health"] = _health(body)
    return facts


def _tls(writer: asyncio.StreamWriter) -> Facts:
    tls = writer.get_extra_info("ssl_object")
    return {} if tls is None else {"TLS version": tls.version(), "cipher": (tls.cipher() or ("?",))[0]}


async def _certificate(host: str, port: int, seconds: float) -> str:
    """Whether this PC trusts the server's certificate, by the roots of the operating system."""
    import truststore

    try:
        async with asyncio.timeout(seconds):
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            _, writer = await asyncio.open_connection(host, port, ssl=context)
    except ssl.SSLCertVerificationError as error:
        return f"not trusted (reason {error.verify_code})"
    except (OSError, TimeoutError) as error:
        return f"not tried ({type(error).__name__})"
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
    return "trusted"


def _any_certificate() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # nothing secret is sent
    return context


def _ahead(lines: list[str], asked: datetime) -> int | None:
    """By the answer's date, in whole seconds; None if it has none."""
    for line in lines:
        name, _, value = line.partition(":")
        if name.lower() == "date":
            with contextlib.suppress(ValueError, TypeError):
                return round((email.utils.parsedate_to_datetime(value.strip()) - asked).total_seconds())
    return None


def _health(body: bytes) -> Facts | str:
    """The parts of a hub's health page that are numbers, or one of its known words."""
    try:
        page: Any = json.loads(body)
    except ValueError:
        return "not a hub's"
    if not isinstance(page, dict):
        return "not a hub's"
    version = str(page.get("version", ""))
    return {
        "status": page.get("status") if page.get("status") in _STATUS else "(other)",
        "version": version if re.fullmatch(r"\d{1,3}(\.\d{1,3}){1,3}", version) else "(other)",
        **{name: page[name] for name in _COUNTS if isinstance(page.get(name), int)},
    }


def _url(values: Facts) -> str | None:
    """The address in the settings, if it is one."""
    named = {name: values.get(name, "") for name in ("mode", "server", "hub", "hub_id")}
    if named["mode"] == Mode.TRAINING or not all(isinstance(each, str) for each in named.values()):
        return None
    address = last_address(Settings(**named))
    return None if address is None else address.base_url
