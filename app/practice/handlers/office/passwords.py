"""Passwords of users: strength rules, and hashing."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable

from app.practice.server.refusals import BadRequest

_LEAST = 8
_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
"""scrypt's parameters: about 16 MB and 50 ms per attempt."""


def refuse_weak(password: str, *, needs_symbol: bool) -> None:
    """BadRequest for a weak password; the explanation does not repeat it."""
    kinds: list[Callable[[str], bool]] = [str.isdigit, str.isupper, str.islower]
    if needs_symbol:
        kinds.append(_is_symbol)
    if len(password) < _LEAST or not all(any(map(kind, password)) for kind in kinds):
        symbol = ", a symbol" if needs_symbol else ""
        raise BadRequest(
            f"Password is invalid: at least {_LEAST} characters with a digit, an uppercase letter{symbol} "
            "and a lowercase letter are expected."
        )


def sealed(password: str) -> str:
    """A password as stored in `userod.Password`: kind, salt and hash."""
    salt = secrets.token_bytes(16)
    made = hashlib.scrypt(password.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL)
    return "$".join(("SCRYPT", *(base64.b64encode(part).decode() for part in (salt, made))))


def _is_symbol(sign: str) -> bool:
    return not sign.isalnum() and not sign.isspace()
