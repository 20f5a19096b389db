"""What comes back instead of the office's answer."""

from __future__ import annotations

from soak.cuts import Cut

_PAGE = b"<!doctype html><html><head><title>Notice</title></head><body>Your network says no.</body></html>"
_LATE = b"The request took longer than 60 seconds."


def instead(cut: Cut, target: bytes) -> bytes | None:
    """The bytes of another answer; None if it is the office's, or none at all."""
    if cut is Cut.REDIRECT_AFTER:
        return _answer(b"307 Temporary Redirect", b"", b"text/html", b"Location: " + target + b"\r\n")
    return _OTHERS.get(cut)


def _answer(status: bytes, body: bytes, kind: bytes, more: bytes = b"") -> bytes:
    head = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\n" + more
    return head + b"Content-Length: %d\r\n\r\n" % len(body) + body


_PAGES = {
    b"200 OK": (Cut.PAGE_200_BEFORE, Cut.PAGE_200_AFTER),
    b"403 Forbidden": (Cut.PAGE_403_BEFORE, Cut.PAGE_403_AFTER),
    b"502 Bad Gateway": (Cut.PAGE_502_AFTER,),
}
_OTHERS = {
    **{cut: _answer(status, _PAGE, b"text/html") for status, cuts in _PAGES.items() for cut in cuts},
    **{
        cut: _answer(b"504 Gateway Timeout", _LATE, b"text/plain")
        for cut in (Cut.GATEWAY_BEFORE, Cut.GATEWAY_AFTER, Cut.GATEWAY_LATE)
    },
    Cut.BUSY: _answer(
        b"429 Too Many Requests", b"Too many requests are queued.", b"text/plain", b"Retry-After: 2\r\n"
    ),
    Cut.REDIRECT_BEFORE: _answer(b"302 Found", b"", b"text/html", b"Location: /sign-in\r\n"),
    Cut.EMPTY_AFTER: _answer(b"200 OK", b"", b"application/json"),
    Cut.GARBAGE_AFTER: _answer(b"200 OK", b"\x1f\x8b\x00<garbage", b"application/json"),
}
