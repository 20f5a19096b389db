"""Parses the arguments of `call` into a call of a declared method."""
# words: the terminal's

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, unquote

from msgspec import Struct

from app.api.modes import API_PATH
from app.wire.catalog import endpoints
from app.wire.codec import FieldError, arguments_from_wire
from app.wire.endpoint import Call, Endpoint, closest
from app.wire.routes import Routes

VERBS = ("GET", "POST", "PUT", "DELETE")


class NotCallable(Exception):
    """The arguments are not a call of a declared method. The text is for the terminal."""


class _Declared(Struct, frozen=True):
    endpoint: Endpoint


def call_of(verb: str, path: str, typed: Sequence[str], body: Mapping[str, Any]) -> Call:
    """The call of `verb` and `path`, with the fields NAME=VALUE and those of a JSON body. Raises NotCallable."""
    wanted, _, query = path.partition("?")
    pairs = [each.partition("=") for each in typed]
    if wrong := [name for name, equals, _ in pairs if not equals]:
        raise NotCallable(f"{wrong[0]} isn't a field. Type fields as NAME=VALUE.")
    fields = {
        **body,
        **dict(parse_qsl(query, keep_blank_values=True)),
        **{name: value for name, _, value in pairs},
    }
    endpoint, in_path = _found(verb.upper(), wanted)
    own = {each.name for each in endpoint.parameters if each.place != "path"}
    if unknown := [name for name in fields if name not in own]:
        raise NotCallable(_no_field(endpoint.name, unknown[0], own))
    try:
        return Call(endpoint, arguments_from_wire(endpoint, {**fields, **in_path}))
    except FieldError as wrong_field:
        raise NotCallable(f"{wrong_field}.") from None


def _no_field(method: str, typed: str, own: Collection[str]) -> str:
    if meant := closest(typed, own):
        return f"{method} has no field {typed}. Did you mean {meant}?"
    has = f"It has {', '.join(sorted(own))}" if own else "It has none"
    return f"{method} has no field {typed}. {has}."


def _found(verb: str, path: str) -> tuple[Endpoint, dict[str, Any]]:
    if verb not in VERBS:
        raise NotCallable(f"{verb} isn't a verb of the API. Use {', '.join(VERBS[:-1])} or {VERBS[-1]}.")
    routes = Routes(map(_Declared, endpoints()))
    asked = path.removeprefix(API_PATH)
    found = routes.find(verb, asked)
    if found is None:
        others = [each for each in VERBS if routes.find(each, asked) is not None]
        instead = f"This path has {' and '.join(others)}. " if others else ""
        unknown = f"{verb} {path} isn't a method of the API."
        raise NotCallable(f'{unknown} {instead}See "python -m app api".')
    declared, in_path = found
    return declared.endpoint, {name: unquote(text) for name, text in in_path.items()}
