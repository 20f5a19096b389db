"""The HTTP transports, and `connect` for programs that use this package as a library.

Nothing outside of it and `app.api.network` imports httpx. The program loads it in a thread after its first paint, and
only if it is needed: not for `app.api.network.inside`, and not for the short requests of `app.api.network.lean`.
"""

from __future__ import annotations

import logging
import socket
import ssl
from typing import cast

import httpx

from app.api.client import OpenDental
from app.api.errors import HubUnreachable, OtherHub, Unreachable, UntrustedServer
from app.api.keys import Credentials
from app.api.modes import OfficeAddress, server_trouble
from app.api.network.connections import Connections
from app.api.network.exchange import HttpxTransport
from app.api.network.proxies import ByProxy, FindProxy, proxy_for, settings_proxy
from app.api.transport import KEEP_ALIVE_SECONDS
from app.core.clock import Clock, SystemClock
from app.core.later import load_name
from app.core.tasks import OnError

try:
    from truststore import SSLContext as SystemTrust
except ImportError:  # the library does without it: see _own_trust
    SystemTrust = ssl.SSLContext  # type: ignore[assignment,misc]

__all__ = ["HttpxTransport", "connect", "over_network", "to_hub", "web_pool"]

MOST_CONNECTIONS = 8
KEEP_ALIVE_SECONDS_OUTSIDE = 30.0
"""Over the internet a new connection costs several round trips, and front-end servers keep theirs for a minute."""

SEND_BUFFER = [(socket.SOL_SOCKET, socket.SO_SNDBUF, 256 * 1024)]
"""What the system takes ahead of the line counts as sent: little, so that progress and silence are real."""

_UNUSED = cast(ssl.SSLContext, None)
"""For plain http, which needs no certificates: loading them takes time. httpcore makes its own if asked for https."""

log = logging.getLogger(__name__)


def over_network(address: OfficeAddress, find_proxy: FindProxy = settings_proxy) -> HttpxTransport:
    """A transport for an office's address. Only https leaves the local network.

    There the certificates are those that the operating system trusts, and its proxy is used; `find_proxy` asks for it.
    """
    if not address.base_url.startswith("https:"):
        return HttpxTransport(lambda: _connections(_UNUSED, KEEP_ALIVE_SECONDS))
    trust = _own_trust()
    return HttpxTransport(lambda: web_pool(address.base_url, find_proxy, trust), compressed=True)


def web_pool(
    url: str, find_proxy: FindProxy = settings_proxy, trust: ssl.SSLContext | None = None
) -> httpx.AsyncBaseTransport:
    """Connections to an https address, with this PC's certificates and proxy. `trust` None: loaded anew."""
    own = trust or _own_trust()

    def find() -> httpx.Proxy | None:
        return proxy_for(url, find_proxy)

    def make(proxy: httpx.Proxy | None) -> Connections:
        return _connections(own, KEEP_ALIVE_SECONDS_OUTSIDE, proxy)

    return ByProxy(find, make)


def _own_trust() -> ssl.SSLContext:
    """What the operating system trusts: the office's own certificates too, which its IT has installed there.

    Without truststore, which the library can do without, what OpenSSL finds of it, and the public authorities.
    """
    if SystemTrust is not ssl.SSLContext:
        return SystemTrust(ssl.PROTOCOL_TLS_CLIENT)
    trust = ssl.create_default_context()
    trust.load_verify_locations(load_name("certifi:where")())  # httpx brings it
    return trust


def to_hub(certificate: str) -> HttpxTransport:
    """A transport to the office's hub, whose certificate (PEM) was pinned at pairing: no other is accepted.

    The hub's name isn't checked, because its address may change; no proxy is used inside the office. Another
    certificate is refused as OtherHub before anything is sent.
    """
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust.check_hostname = False
    # Certificates have no issuers and no dates here: the whole certificate is compared, whatever this PC's clock says.
    trust.verify_mode = ssl.CERT_NONE
    trust.minimum_version = ssl.TLSVersion.TLSv1_2
    trust.sslobject_class = _comparing(ssl.PEM_cert_to_DER_cert(certificate))
    return HttpxTransport(
        lambda: _connections(trust, KEEP_ALIVE_SECONDS),
        named={Unreachable: HubUnreachable, UntrustedServer: OtherHub},
    )


def _comparing(pinned: bytes) -> type[ssl.SSLObject]:
    """A TLS connection that compares the other side's certificate (DER) before anything is sent."""

    class Comparing(ssl.SSLObject):
        def do_handshake(self) -> None:
            super().do_handshake()
            if self.getpeercert(binary_form=True) != pinned:
                raise ssl.SSLCertVerificationError(1, "another certificate than the pinned one")

    return Comparing


def _connections(trust: ssl.SSLContext, seconds: float, proxy: httpx.Proxy | None = None) -> Connections:
    most = MOST_CONNECTIONS
    limits = httpx.Limits(max_connections=most, max_keepalive_connections=most, keepalive_expiry=seconds)
    return Connections(verify=trust, trust_env=False, proxy=proxy, limits=limits, socket_options=SEND_BUFFER)


def connect(
    address: OfficeAddress, keys: Credentials, *, clock: Clock | None = None, on_error: OnError | None = None
) -> OpenDental:
    """Open an office, for one event loop. Nothing is sent before the first method is awaited.

    Raises ValueError for what can't be an address, such as one without a server.

    ```python
    async with connect(OfficeAddress.standard(Mode.LOCAL), Keys(developer, customer)) as office:
        appointments = await office.appointments.list(date=date.today())
    ```
    """
    if not isinstance(address, OfficeAddress):
        raise TypeError("the address is an OfficeAddress: use service_address(server)")
    if trouble := server_trouble(address.base_url):
        raise ValueError(f"{address.base_url}: {trouble!s}")
    if not hasattr(keys, "authorization"):
        raise TypeError("the keys are one object: use Keys(developer, customer)")
    transport = over_network(address)
    return OpenDental(address, keys, transport, clock=clock or SystemClock(), on_error=on_error or _log_error)


def _log_error(error: BaseException) -> None:
    log.error("a background task failed", exc_info=error)
