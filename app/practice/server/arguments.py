"""Parses a request's fields by the declaration of its method, for one office."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin

import msgspec
from msgspec import Struct

from app.practice.server.access import is_newer
from app.practice.server.messages import Request
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import Handler
from app.practice.server.work import Given, Office
from app.wire.codec import FieldError, arguments_from_wire
from app.wire.endpoint import Endpoint, Parameter
from app.wire.fields import AlsoSpelled, DayAlone, Since, bare
from app.wire.record import Record

_FORMATS_SINCE = {"DateFormatString": "22.2.26", "DateTimeFormatString": "22.2.14"}
"""Query fields that every method accepts without declaring them, and since which version."""
MOST_FORMAT_CHARACTERS = 100
"""Each date of an answer is written in its format, so that a long one would make a huge answer."""
MOST_FIELDS = 1_000
"""Fields of a body, known or not: each is looked at while others wait."""
MOST_ITEMS = 1_000
"""Keys or objects in a list of a body: each is read and looked up while others wait."""
_PAGES = ("Limit", "Offset")
_REFUSES_UNKNOWN = frozenset({"Patients.list"})
"""Methods that were seen to refuse query fields that they lack."""


class _Form(Struct, frozen=True):
    """The documented form of a date or time."""

    words: str
    spelled: re.Pattern[str]
    read: Any

    def fits(self, value: Any) -> bool:
        """Whether a value is such a date or time, or empty."""
        if not isinstance(value, str):
            return False
        if not value.strip():
            return True
        try:
            return self.spelled.fullmatch(value) is not None and self.read(value) is not None
        except ValueError:
            return False


_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"[0-9]{2}:[0-9]{2}:[0-9]{2}"
_MOMENT = _Form("yyyy-MM-dd HH:mm:ss", re.compile(f"{_DAY} {_CLOCK}"), datetime.datetime.fromisoformat)
_MOMENT_OR_DAY = _Form(_MOMENT.words, re.compile(f"{_DAY}( {_CLOCK})?"), _MOMENT.read)
_FORMS: Mapping[Any, _Form] = {
    datetime.date: _Form("yyyy-MM-dd", re.compile(_DAY), datetime.date.fromisoformat),
    datetime.datetime: _MOMENT,
    datetime.time: _Form("HH:mm:ss", re.compile(_CLOCK), datetime.time.fromisoformat),
}


class ArgumentReader:
    """Reads the requests of one method."""

    def __init__(self, handler: Handler, office: Office) -> None:
        endpoint, switches = handler.endpoint, office.switches
        self._endpoint = endpoint
        self._has_body = any(each.place == "body" for each in endpoint.parameters)
        self._too_new = {
            name: f"{name} needs Open Dental {since} or later; this office has {office.version}."
            for name, since in (*_FORMATS_SINCE.items(), *_declared(endpoint))
            if is_newer(since, office.version)
        }
        self._forms = dict(_forms_of(endpoint)) if switches.dates_keep_to_format else {}
        self._lists = frozenset(_lists_in_body(endpoint))
        self._body_names = {} if switches.field_case_matters else dict(_names_in_body(endpoint))
        refuses = switches.unknown_parameters == "refused" or (
            switches.unknown_parameters == "as seen" and endpoint.name in _REFUSES_UNKNOWN
        )
        self._query_names = _names_in_query(endpoint) if refuses else None
        self._ignored = {
            each.name
            for each in endpoint.parameters
            if (since := each.fact(Since)) is not None
            and since.ignored_before
            and is_newer(since.version, office.version)
        }

    def read(self, path: Mapping[str, Any], request: Request) -> Given:
        """The fields that were sent, by name. BadRequest naming the first one that is wrong or too new."""
        if self._query_names is not None:
            for name in request.query:
                if name not in self._query_names:
                    raise BadRequest(f"'{name}' is not a valid parameter.")
        body = self._as_declared(request.fields()) if self._has_body else {}
        sent = {**request.query, **body, **path}
        for name, form in self._forms.items():
            if (value := sent.get(name)) is not None and not form.fits(value):
                raise BadRequest(f"{name} format must be {form.words}.")
        try:
            given = arguments_from_wire(self._endpoint, sent)
        except FieldError as wrong:
            raise BadRequest(f"{wrong}.") from None
        for name in self._ignored:
            given.pop(name, None)
        self._check_versions(given, request)
        for name in _FORMATS_SINCE:
            if len(request.query.get(name, "")) > MOST_FORMAT_CHARACTERS:
                raise BadRequest(
                    f"{name} is invalid: at most {MOST_FORMAT_CHARACTERS} characters are expected."
                )
        return given

    def _check_versions(self, given: Given, request: Request) -> None:
        for name, words in self._too_new.items():
            if name in given or (name in _FORMATS_SINCE and name in request.query):
                raise BadRequest(words)

    def _as_declared(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """A body with its fields' names in the documented case; what is spelled as documented counts first."""
        if len(body) > MOST_FIELDS:
            raise BadRequest(f"The body has more than {MOST_FIELDS:,} fields.")
        found: dict[str, Any] = {}
        for sent, value in body.items():
            name, inside = self._body_names.get(sent) or self._body_names.get(sent.lower(), (sent, {}))
            if name == sent or name not in body:
                if name in self._lists and _count(value) > MOST_ITEMS:
                    raise BadRequest(f"{name} is invalid: at most {MOST_ITEMS:,} are expected.")
                renames = inside and isinstance(value, list)
                found[name] = [_renamed(each, inside) for each in value] if renames else value
        return found


def _count(value: Any) -> int:
    """The length of a list; it may be sent as text, with commas."""
    return value.count(",") + 1 if isinstance(value, str) else len(value) if isinstance(value, list) else 1


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    return (
        {names.get(name.lower(), name): each for name, each in value.items()}
        if isinstance(value, dict)
        else value
    )


def _declared(endpoint: Endpoint) -> Iterator[tuple[str, str]]:
    """Fields that were added in a later version than their method."""
    for each in endpoint.parameters:
        if (since := each.fact(Since)) is not None:
            yield each.name, since.version


def _forms_of(endpoint: Endpoint) -> Iterator[tuple[str, _Form]]:
    for each in endpoint.parameters:
        if each.type in _FORMS:
            form = _MOMENT_OR_DAY if each.fact(DayAlone) else _FORMS[each.type]
            yield from ((name, form) for name in _spellings(each))


def _spellings(parameter: Parameter) -> Iterable[str]:
    return (parameter.name, *(fact.name for fact in parameter.facts if isinstance(fact, AlsoSpelled)))


def _names_in_query(endpoint: Endpoint) -> frozenset[str]:
    own = (name for each in endpoint.parameters if each.place == "query" for name in _spellings(each))
    return frozenset((*own, *_FORMATS_SINCE, *(_PAGES if endpoint.paged else ())))


def _names_in_body(endpoint: Endpoint) -> Iterator[tuple[str, tuple[str, Mapping[str, str]]]]:
    """A body's fields by their names, and by those in lower case, each with the fields of the objects in it.

    CommType and commType are two fields: in the documented case each is itself.
    """
    declared = [
        (name, _names_inside(each.type))
        for each in endpoint.parameters
        if each.place == "body"
        for name in _spellings(each)
    ]
    yield from ((name.lower(), (name, inside)) for name, inside in reversed(declared))
    yield from ((name, (name, inside)) for name, inside in declared)


def _lists_in_body(endpoint: Endpoint) -> Iterator[str]:
    for each in endpoint.parameters:
        if each.place == "body" and get_origin(each.type) is Sequence:
            yield from _spellings(each)


def _names_inside(kind: Any) -> Mapping[str, str]:
    if get_origin(kind) is not Sequence:
        return {}
    inside, _ = bare(get_args(kind)[0])
    if not (isinstance(inside, type) and issubclass(inside, Record)):
        return {}
    return {each.encode_name.lower(): each.encode_name for each in msgspec.structs.fields(inside)}
