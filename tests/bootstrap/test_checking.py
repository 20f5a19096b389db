"""The check of an address before it is opened, over real sockets, always within its timeout."""

from __future__ import annotations

import asyncio
import datetime
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.api import errors
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.bootstrap.connecting.checking import check_office
from app.core.clock import SystemClock
from app.viewmodels.staff.connect_words import OfficeTooOld
from tests.api.raw_server import Reply, always, free_port, hang, http, raw_server, trickle

KEYS = Keys("developer-secret", "customer-secret")
VERSION = http(200, b'[{"PrefNum": 1, "PrefName": "ProgramVersion", "ValueString": "25.1.4.0"}]')
PAGE = b"<html>The plain HTTP request was sent to HTTPS port</html>"


async def check(base: str, seconds: float = 5.0, mode: Mode = Mode.SERVICE) -> None:
    """Check an address as the connection page does."""
    await check_office(OfficeAddress(mode, base), KEYS, SystemClock(), seconds=seconds)


async def test_an_office_that_answers() -> None:
    """One request without an error: the office can be opened."""
    async with raw_server(always(VERSION)) as (url, heard):
        await check(url)
        assert len(heard.heads) == 1


@pytest.mark.parametrize("reply", [hang, trickle])
async def test_an_address_that_does_not_answer(reply: Reply) -> None:
    """A server that accepts the request but answers nothing, or very little, times out."""
    async with raw_server(reply) as (url, _):
        with pytest.raises(errors.TimedOut):
            await check(url, 0.3)


async def test_an_address_where_nobody_is() -> None:
    """An unanswered packet, a closed port and an invalid name fail within the timeout, too."""
    for server in ("192.0.2.1:30223", f"127.0.0.1:{free_port()}", "no-such-host.invalid"):
        with pytest.raises((errors.Unreachable, errors.TimedOut)):
            await check(f"http://{server}/api/v1", 2.0)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-signed certificate of a server, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


@asynccontextmanager
async def tls_server(
    certificate: Path, serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
) -> AsyncIterator[int]:
    """A server that supports only TLS; returns its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def test_a_certificate_that_nobody_vouches_for(certificate: Path) -> None:
    """A server with a self-signed certificate gets neither the request nor the keys, and the page gives the reason."""
    got: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ssl.SSLError, ConnectionError):
            got.append(await reader.read(10_000))
        writer.close()

    async with tls_server(certificate, serve) as port:
        with pytest.raises(errors.UntrustedServer):
            await check(f"https://localhost:{port}/api/v1")
        with pytest.raises(errors.HttpsOnly):
            await check(f"http://localhost:{port}/api/v1")
    assert not any(b"secret" in each for each in got)


async def test_http_for_https_where_a_page_says_so(certificate: Path) -> None:
    """Without TLS, a web page or a dropped connection is not accepted as an office."""
    for reply, error in (
        (always(http(400, PAGE)), errors.NotTheOffice),
        (always(b""), errors.ConnectionLost),
    ):
        async with raw_server(reply) as (url, _):
            with pytest.raises(error):
                await check(url)


async def test_https_for_http() -> None:
    """Https entered for a plain http server is distinguished from an unreachable server."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        with pytest.raises(errors.NoHttps):
            await check(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/v1")


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:9", "socks4://127.0.0.1:9", "socks5h://x:9", "ftp://x:9"]
)
async def test_a_proxy_of_another_kind(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOCKS proxy in this PC's settings is reported; proxies don't matter for addresses in the office."""
    monkeypatch.setenv("https_proxy", proxy)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with pytest.raises(errors.UnusableProxy):
        await check("https://office.invalid/api/v1", mode=Mode.REMOTE)
    async with raw_server(always(VERSION)) as (url, _):
        await check(url)


async def test_a_proxy_that_wants_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that requires a password is reported, too."""
    async with raw_server(always(http(407, b""))) as (proxy, heard):
        monkeypatch.setenv("https_proxy", proxy.removesuffix("/api/v1"))
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        with pytest.raises(errors.UnusableProxy):
            await check("https://office.invalid/api/v1", mode=Mode.REMOTE)
        assert len(heard.heads) == 1


@pytest.mark.parametrize("status", [400, 404, 410])
async def test_something_that_is_not_open_dental(status: int) -> None:
    """A server that refuses the oldest request is reported as too old, or as not Open Dental."""
    async with raw_server(always(http(status, b"What?"))) as (url, _):
        with pytest.raises(OfficeTooOld):
            await check(url)
