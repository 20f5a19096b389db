"""Maps answers to errors: by documented status, and by the text that distinguishes the kinds of 401."""

from __future__ import annotations

import re
from typing import Any

from app.api import errors
from app.api.documented import unlike
from app.api.request import Request
from app.api.retry import retry_after
from app.api.transport import Answer
from app.core.later import load_name
from app.wire.codec import CodecError, TooDeep, TooManyDigits, TooManyRows, decode_any
from app.wire.endpoint import Endpoint
from app.wire.permissions import Permission

HUB_TROUBLE = "front-desk-trouble"
"""`TROUBLE` of `app.wire.hub.passing`, which loads with the first such answer."""
HUB_FAILURE = "app.api.hub.answers:hub_failure"
LONGEST_EXPLANATION = 2_000
"""Characters; a web page from a proxy is not an explanation."""

_LIMITS: tuple[tuple[type[CodecError], type[errors.Unreadable]], ...] = (
    (TooManyRows, errors.TooManyRows),
    (TooDeep, errors.TooDeep),
    (TooManyDigits, errors.TooManyDigits),
)

_NAMES = "|".join(permission.value for permission in Permission)
_PREFIXED = re.compile(rf"\bApi({_NAMES})\b")
_NAMED = re.compile(rf"\b({_NAMES})\b")
_KEY_TROUBLE = re.compile(
    r"\b(invalid|disabled|unknown|expired|malformed|not (valid|found|enabled|recognized))\b", re.IGNORECASE
)
_QUERY_TROUBLE = re.compile(r"\b(query|command|sql|select|read-?only|temporary)\b", re.IGNORECASE)
_ECONNECTOR_DOWN = re.compile(
    r"econnector.*\b(not (running|connected|reachable|available|responding)|down|offline|unavailable|unreachable)\b"
    r"|\b(unable|not|failed) (to )?(connect|reach|contact)\b.*econnector",
    re.IGNORECASE | re.DOTALL,
)


def failure_of(request: Request, answer: Answer) -> errors.ApiError | None:
    """The error of an answer; None for a success."""
    if said := answer.headers.get(HUB_TROUBLE):
        found: errors.ApiError = load_name(HUB_FAILURE)(request, answer, said)
        return found
    return _failure_of(request, answer)


def _failure_of(request: Request, answer: Answer) -> errors.ApiError | None:
    """The error of an office's own answer."""
    status = answer.status
    if (wrong := unlike(request.documented, answer)) is not None:
        return misread(request.method, wrong, status, reads=request.reads)
    if 200 <= status < 300:
        return None
    text = explanation_of(answer.body)
    if status in (401, 403):
        return _unauthorized(request, status, text)
    if status == 429:
        return errors.TooManyRequests(
            request.method, retry_after=retry_after(answer.headers), explanation=text
        )
    if status == 400 and _ECONNECTOR_DOWN.search(text):
        # Open Dental's servers answered but the office did not: nothing arrived there.
        return errors.Unreachable(request.method, explanation=text, status=status)
    return _kind(status)(request.method, explanation=text, status=status)


def misread(
    method: str, kind: type[errors.Unreadable], status: int, *, reads: bool
) -> errors.Unreadable | errors.Unconfirmed:
    """The error of an answer that differs from the method's documentation.

    It is of this type, or Unconfirmed after a write.
    """
    wrong = kind(method, status=status)
    return wrong if reads else errors.Unconfirmed(wrong)


def undecoded(
    endpoint: Endpoint, answer: Answer, wrong: CodecError
) -> errors.Unreadable | errors.Unconfirmed:
    """The error of an answer that the codec rejected."""
    kind = next((kind for refusal, kind in _LIMITS if isinstance(wrong, refusal)), errors.Unreadable)
    return misread(endpoint.name, kind, answer.status, reads=endpoint.reads)


def _kind(status: int) -> type[errors.ApiError]:
    exact: dict[int, type[errors.ApiError]] = {
        404: errors.NotFound,
        408: errors.TimedOut,
        410: errors.Gone,
        504: errors.GatewayTimeout,
    }
    if status in exact:
        return exact[status]
    if status >= 500:
        return errors.ServerFault
    return errors.BadRequest


def _unauthorized(request: Request, status: int, text: str) -> errors.ApiError:
    """Distinguish, by the text, a refused key, a missing permission, and a rejected query."""
    named = _PREFIXED.search(text) or _NAMED.search(text)
    permission = Permission(named[1]) if named else None
    if "permission" in text.lower() or _PREFIXED.search(text):
        return errors.PermissionMissing(
            request.method, permission=permission or request.needs, explanation=text, status=status
        )
    if request.needs is Permission.QUERIES and _QUERY_TROUBLE.search(text):
        return errors.BadRequest(request.method, explanation=text, status=status)
    if permission is not None and not _KEY_TROUBLE.search(text):
        return errors.PermissionMissing(
            request.method, permission=permission, explanation=text, status=status
        )
    return errors.KeyRefused(request.method, explanation=text, status=status)


def explanation_of(body: bytes) -> str:
    """Open Dental's explanation in a refusal: plain text, a JSON string, or inside an object."""
    text = body.decode("utf-8", errors="replace").strip()
    if text[:1] in ('"', "{"):
        text = _explanation_in(text)
    if text.startswith("<"):
        return ""
    return text[:LONGEST_EXPLANATION].strip()


def _explanation_in(text: str) -> str:
    try:
        content: Any = decode_any(text.encode())
    except CodecError:
        return text
    if isinstance(content, dict):
        words = (content.get(name) for name in ("Message", "message", "error", "detail"))
        return next((word for word in words if isinstance(word, str)), text)
    return str(content)
