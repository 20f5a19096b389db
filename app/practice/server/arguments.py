"""Parses a request's fields by the declaration of its method, for an office of one version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.practice.server.access import is_newer
from app.practice.server.messages import Request
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import Handler
from app.practice.server.work import Given
from app.wire.codec import FieldError, arguments_from_wire
from app.wire.endpoint import Endpoint
from app.wire.fields import Since
from app.wire.version import Version

_FORMATS_SINCE = {"DateFormatString": "22.2.26", "DateTimeFormatString": "22.2.14"}
"""Query fields that every method accepts without declaring them, and since which version."""
MOST_FORMAT_CHARACTERS = 100
"""Each date of an answer is written in its format, so that a long one would make a huge answer."""


class ArgumentReader:
    """Reads the requests of one method."""

    def __init__(self, handler: Handler, office: Version) -> None:
        endpoint = handler.endpoint
        self._endpoint = endpoint
        self._has_body = any(each.place == "body" for each in endpoint.parameters)
        self._too_new = {
            name: f"{name} needs Open Dental {since} or later; this office has {office}."
            for name, since in (*_FORMATS_SINCE.items(), *_declared(endpoint))
            if is_newer(since, office)
        }

    def read(self, path: Mapping[str, Any], request: Request) -> Given:
        """The fields that were sent, by name. BadRequest naming the first one that is wrong or too new."""
        body = request.fields() if self._has_body else {}
        try:
            given = arguments_from_wire(self._endpoint, {**request.query, **body, **path})
        except FieldError as wrong:
            raise BadRequest(f"{wrong}.") from None
        for name in (given.keys() | request.query.keys() & _FORMATS_SINCE.keys()) & self._too_new.keys():
            raise BadRequest(self._too_new[name])
        for name in _FORMATS_SINCE:
            if len(request.query.get(name, "")) > MOST_FORMAT_CHARACTERS:
                raise BadRequest(
                    f"{name} is invalid: at most {MOST_FORMAT_CHARACTERS} characters are expected."
                )
        return given


def _declared(endpoint: Endpoint) -> Iterator[tuple[str, str]]:
    """Fields that were added in a later version than their method."""
    for each in endpoint.parameters:
        if (since := each.fact(Since)) is not None:
            yield each.name, since.version
