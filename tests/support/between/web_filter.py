"""A web filter between a desk and its office: it answers writes with its own page and status 200."""

from __future__ import annotations

from typing import Any

PAGE = b"<!doctype html><html><body>This page was blocked by your network. Sign in to go on.</body></html>"


class WebFilter:
    """An ASGI application in front of the practice. Switched off, it forwards everything."""

    def __init__(self, *, lets_writes_through: bool = False) -> None:
        """`lets_writes_through`: the office executes the write, and only its answer is replaced."""
        self.on = False
        self.blocked: list[str] = []
        self._lets_through = lets_writes_through

    def __call__(self, office: Any) -> Any:
        """The office behind this filter."""

        async def enter(scope: Any, receive: Any, send: Any) -> None:
            if not self.on or scope["method"] == "GET" or scope["path"].endswith("ShortQuery"):
                await office(scope, receive, send)
                return
            self.blocked.append(f"{scope['method']} {scope['path']}")
            if self._lets_through:
                await office(scope, receive, _nowhere)
            headers = [(b"content-type", b"text/html"), (b"content-length", str(len(PAGE)).encode())]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": PAGE})

        return enter


async def _nowhere(_: Any) -> None:
    """The office's answer is dropped."""
