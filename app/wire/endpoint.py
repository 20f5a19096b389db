"""How a resource of the API is declared.

A method's signature is its implementation: positional parameters fill the path, keyword-only parameters are
the query of a GET or DELETE and the body of a PUT or POST. The client builds requests from it, the practice
routes by it, the interface disables commands by its `needs` and `since`, and `python -m app api` prints it.
"""

from __future__ import annotations

import builtins
from collections.abc import Awaitable, Callable, Iterable
from functools import cached_property, wraps
from typing import (
    Any,
    ParamSpec,
    Protocol,
    TypeVar,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from app.core.later import load_name
from app.wire.fields import InQuery, bare
from app.wire.permissions import Permission
from app.wire.rows import Rows

P = ParamSpec("P")
R = TypeVar("R")


class Parameter(msgspec.Struct, frozen=True):
    """One field of a request: its wire name, Python type (without None), facts, and where it is sent."""

    name: str
    type: Any
    facts: tuple[Any, ...]
    required: bool
    place: str
    """`path`, `query` or `body`."""

    def fact(self, kind: builtins.type[R]) -> R | None:
        """The fact of this type (`Since`, `Refers`, `MaxLength`) in the declaration, if any."""
        return next((fact for fact in self.facts if isinstance(fact, kind)), None)


class Endpoint(msgspec.Struct, frozen=True, dict=True, eq=False):
    """One method of the API, read from its declaration; compared by identity."""

    function: Callable[..., Any]
    verb: str
    path: str
    since: str | None
    needs: Permission
    status: int
    paged: bool
    """Whether the answer is paged with Offset (and Limit, unless `page_rows` is fixed)."""
    reads: bool = False
    """Whether it changes nothing, whatever its verb: it may be retried, merged and canceled."""
    page_rows: int | None = None
    """Rows in a full page if the method fixes them; None: the mode's page limit."""
    deprecated: str | None = None
    words_for_none: str | None = None
    """The text that a list answers with 200 instead of being empty."""
    may_be_empty: bool = False
    """Whether an empty answer is documented in place of a row."""
    until: str | None = None
    """The version in which a deprecated method was removed; None: removed everywhere."""
    resource: type[Resource] | None = None

    @property
    def name(self) -> str:
        """Its name in the program: `Appointments.confirm`."""
        owner = self.resource.__name__ if self.resource else "?"
        return f"{owner}.{self.function.__name__}"

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Every field of the request, in declaration order."""
        hints = get_type_hints(self.function, include_extras=True)
        code = self.function.__code__
        in_path = code.co_varnames[1 : code.co_argcount]
        named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        left_out = self.function.__kwdefaults__ or {}
        return (
            *(self._parameter(name, hints[name], "path", required=True) for name in in_path),
            *(self._parameter(name, hints[name], "body", required=name not in left_out) for name in named),
        )

    def _parameter(self, name: str, hint: Any, place: str, *, required: bool) -> Parameter:
        kind, facts = bare(hint)
        if place == "body" and (
            self.verb in ("GET", "DELETE") or any(isinstance(fact, InQuery) for fact in facts)
        ):
            place = "query"
        return Parameter(name, kind, facts, required, place)

    @cached_property
    def answer(self) -> Any:
        """The type of the answer: a record, `Rows[record]`, or NoneType."""
        return get_type_hints(self.function, include_extras=True)["return"]

    @property
    def lists(self) -> bool:
        """Whether the answer is a list of rows."""
        return get_origin(self.answer) is Rows

    @cached_property
    def record(self) -> Any:
        """The type of one row (or of the object) in the answer; NoneType without one."""
        return get_args(self.answer)[0] if self.lists else self.answer


class Call(msgspec.Struct, frozen=True):
    """One request before encoding: the endpoint and its named arguments (None: left out)."""

    endpoint: Endpoint
    arguments: dict[str, Any]


class Sender(Protocol):
    """Sends calls to an office and returns typed answers: the client."""

    def send(self, call: Call) -> Awaitable[Any]:
        """Send a call whose answer is one record or nothing."""
        ...

    def rows(self, call: Call) -> Rows[Any]:
        """Create the lazy list for a paged call; nothing is sent until it is awaited."""
        ...


class Resource:
    """The methods of one resource. `documentation` names its documentation page."""

    documentation: str

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __init_subclass__(cls) -> None:
        for member in vars(cls).values():
            if (endpoint := getattr(member, "endpoint", None)) is not None:
                msgspec.structs.force_setattr(endpoint, "resource", cls)

    @classmethod
    def endpoints(cls) -> tuple[Endpoint, ...]:
        """Every declared method, in declaration order."""
        found = (getattr(member, "endpoint", None) for member in vars(cls).values())
        return tuple(endpoint for endpoint in found if endpoint is not None)


def endpoint_of(method: Callable[..., Any]) -> Endpoint:
    """The endpoint behind a declared method: `endpoint_of(Appointments.confirm)`."""
    return cast(Endpoint, method.endpoint)  # type: ignore[attr-defined]  # set by the decorators below


def unknown_field(endpoint: Endpoint, names: Iterable[str]) -> tuple[str, str] | None:
    """The first of the names that is no field of a method, and why, with what it may be; None: it has all of them."""
    own = {each.name for each in endpoint.parameters}
    for name in names:
        if name not in own:
            meant = closest(name, own)
            hint = f": did you mean {meant}?" if meant else ""
            return name, f"isn't a field of {endpoint.name}{hint}"
    return None


def closest(typed: str, names: Iterable[str]) -> str:
    """The name that is spelled most like what was typed, in any case; empty: none is."""
    cased = {each.lower(): each for each in sorted(names)}
    found: list[str] = load_name("difflib:get_close_matches")(typed.lower(), cased, 1)
    return cased[found[0]] if found else ""


def _declare(
    verb: str, path: str, since: str | None, needs: Permission, status: int, **facts: Any
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        lists = _gives_rows(function)
        facts.setdefault("paged", lists)
        endpoint = Endpoint(function, verb, path, since, needs, status, **facts)
        code = function.__code__
        names = code.co_varnames[1 : code.co_argcount]

        @wraps(function)
        def method(*args: P.args, **kwargs: P.kwargs) -> R:
            sender = cast(Resource, args[0])._sender
            if len(args) - 1 > len(names):
                raise TypeError(f"{endpoint.name}: only the keys in the path are positional")
            arguments = {**dict(zip(names, args[1:], strict=False)), **kwargs}
            call = Call(endpoint, {name: value for name, value in arguments.items() if value is not None})
            return cast(R, sender.rows(call) if lists else sender.send(call))

        method.__doc__ = function.__doc__ or _help_of(endpoint)
        method.endpoint = endpoint  # type: ignore[attr-defined]
        return method

    return wrap


def _help_of(endpoint: Endpoint) -> str:
    """What `help` says of a method that has no words of its own."""
    since = f", since {endpoint.since}" if endpoint.since else ""
    return f"{endpoint.verb} {endpoint.path}{since}. The key needs Api{endpoint.needs}."


def _gives_rows(function: Callable[..., Any]) -> bool:
    return "Rows[" in str(function.__annotations__.get("return"))


def GET(
    path: str,
    *,
    since: str | None = None,
    needs: Permission = Permission.READ_ALL,
    deprecated: str | None = None,
    may_be_empty: bool = False,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a reading method. One that returns `Rows` is paged."""
    return _declare(
        "GET", path, since, needs, 200, reads=True, deprecated=deprecated, may_be_empty=may_be_empty
    )


def POST(
    path: str,
    *,
    needs: Permission,
    since: str | None = None,
    status: int = 201,
    words_for_none: str | None = None,
    may_be_empty: bool = False,
    deprecated: str | None = None,
    until: str | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a creating method; a few of them answer with another `status`."""
    facts = {"words_for_none": words_for_none, "may_be_empty": may_be_empty}
    return _declare("POST", path, since, needs, status, **facts, deprecated=deprecated, until=until)


def PUT(
    path: str,
    *,
    needs: Permission,
    since: str | None = None,
    status: int = 200,
    reads: bool = False,
    page_rows: int | None = None,
    may_be_empty: bool = False,
    deprecated: str | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a changing method, or with `reads` one that reads with a body."""
    facts = {"reads": reads, "page_rows": page_rows, "may_be_empty": may_be_empty}
    return _declare("PUT", path, since, needs, status, **facts, deprecated=deprecated)


def DELETE(
    path: str, *, needs: Permission, since: str | None = None, deprecated: str | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a deleting method."""
    return _declare("DELETE", path, since, needs, 200, deprecated=deprecated)
