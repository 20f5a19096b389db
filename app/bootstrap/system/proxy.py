"""The operating system's proxy for an address, proxy scripts (PAC) included where Qt can run them: on Windows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:  # loads with the first request that leaves the office
    from PySide6.QtNetwork import QNetworkProxy


def system_proxy(url: str) -> str:
    """As FindProxy: the first proxy of the system's list that can be used. May block: it is called in a thread."""
    from PySide6.QtCore import QUrl
    from PySide6.QtNetwork import QNetworkProxyFactory, QNetworkProxyQuery

    return usable(QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))))


def usable(found: Sequence[QNetworkProxy]) -> str:
    """The URL of the first that is of a supported kind; empty: the direct way. Raises ValueError if there is none."""
    from PySide6.QtNetwork import QNetworkProxy

    kinds = QNetworkProxy.ProxyType
    for each in found:
        if each.type() in (kinds.NoProxy, kinds.DefaultProxy):
            return ""
        if each.type() in (kinds.HttpProxy, kinds.HttpCachingProxy):
            who = f"{quote(each.user(), safe='')}:{quote(each.password(), safe='')}@" if each.user() else ""
            return f"http://{who}{each.hostName()}:{each.port()}"
    if found:
        raise ValueError("only proxies of another kind than HTTP")
    return ""
