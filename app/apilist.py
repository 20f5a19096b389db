"""The declared API as a list: `python -m app api` prints it as a table or as JSON."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, TextIO, get_args, get_origin

import msgspec

from app.wire.catalog import endpoints
from app.wire.endpoint import Endpoint, Parameter
from app.wire.enums import WireEnum
from app.wire.fields import MaxLength, Refers, Since, bare
from app.wire.record import Record
from app.wire.strict import values_of

HELP = """usage: python -m app api [--json]

List every declared method of the Open Dental API with its fields.

  --json      as a JSON list instead of a table
  -h, --help  show this help
"""
COLUMNS = ("Resource", "Name", "Verb", "Path", "Since", "Permission")

_TYPES = {
    int: "int",
    bool: "bool",
    str: "string",
    Decimal: "decimal",
    datetime.date: "date",
    datetime.datetime: "datetime",
    datetime.time: "time",
    datetime.timedelta: "time",
}


def main(arguments: Sequence[str]) -> int:
    """`python -m app api [--json]`; returns the exit status, 2 for invalid arguments."""
    if set(arguments) & {"--help", "-h"}:
        sys.stdout.write(HELP)
        return 0
    if not set(arguments) <= {"--json"}:
        sys.stderr.write(f"Not understood: {' '.join(arguments)}\n\n{HELP}")
        return 2
    try:
        print_api(sys.stdout, as_json="--json" in arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader closed the pipe: `api | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the rest is flushed at exit
    return 0


def print_api(out: TextIO, *, as_json: bool = False) -> None:
    """Write all declared methods, with their fields, as a table or a JSON list."""
    methods = [describe(endpoint) for endpoint in endpoints()]
    if as_json:
        out.write(msgspec.json.format(msgspec.json.encode(methods), indent=2).decode() + "\n")
        return
    out.writelines(line + "\n" for line in table(methods))


def describe(endpoint: Endpoint) -> dict[str, Any]:
    """One method as plain data."""
    return {
        "resource": endpoint.name.partition(".")[0],
        "name": endpoint.name.partition(".")[2],
        "verb": endpoint.verb,
        "path": endpoint.path,
        "since": endpoint.since,
        "permission": endpoint.needs.value,
        "deprecated": endpoint.deprecated,
        "reads": endpoint.reads,
        "paged": endpoint.paged,
        "query": [describe_field(each) for each in endpoint.parameters if each.place == "query"],
        "body": [describe_field(each) for each in endpoint.parameters if each.place == "body"],
        "answer": answer_of(endpoint),
    }


def describe_field(parameter: Parameter) -> dict[str, Any]:
    """One field of a request as plain data; unknown facts are left out."""
    since, longest = parameter.fact(Since), parameter.fact(MaxLength)
    facts = {
        "name": parameter.name,
        "type": type_name(parameter.type),
        "required": parameter.required,
        "since": since and since.version,
        "refers": refers_of(parameter),
        "longest": longest and longest.characters,
        "values": [value.value for value in values_of(parameter)] or None,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def type_name(kind: Any) -> str:
    """A declared type in the documentation's terms: int, enum, int[], datetime."""
    if get_origin(kind) is not None:
        return f"{type_name(bare(get_args(kind)[0])[0])}[]"
    if isinstance(kind, type) and issubclass(kind, WireEnum):
        return "enum"
    if isinstance(kind, type) and issubclass(kind, Record):
        return "object"
    return _TYPES[kind]


def refers_of(parameter: Parameter) -> str | None:
    """The table (and column, if it isn't the key) that a field refers to."""
    fact = parameter.fact(Refers)
    if fact is None and get_origin(parameter.type) is not None:
        facts = bare(get_args(parameter.type)[0])[1]
        fact = next((each for each in facts if isinstance(each, Refers)), None)
    if fact is None:
        return None
    return f"{fact.table}.{fact.column}" if fact.column else fact.table


def answer_of(endpoint: Endpoint) -> str | None:
    """The result type: `Appointment`, `Appointment[]`, or None for no body."""
    if endpoint.record is type(None):
        return None
    name = "text" if endpoint.record is str else getattr(endpoint.record, "__name__", "row")
    return f"{name}[]" if endpoint.lists else name


def table(methods: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The lines of the table: one per method, its fields below it."""
    keys = [column.lower() for column in COLUMNS]
    rows = [tuple(str(each[key] or "") for key in keys) for each in methods]
    widths = [max(len(row[column]) for row in [COLUMNS, *rows]) for column in range(len(COLUMNS))]
    yield _line(COLUMNS, widths)
    for row, each in zip(rows, methods, strict=True):
        yield _line(row, widths)
        for place in ("query", "body"):
            for field in each[place]:
                yield f"    {place:<6}{_field_line(field)}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def _field_line(field: dict[str, Any]) -> str:
    notes = [
        "required" if field["required"] else "",
        f"since {field['since']}" if "since" in field else "",
        f"-> {field['refers']}" if "refers" in field else "",
        f"at most {field['longest']}" if "longest" in field else "",
        "|".join(field.get("values", ())),
    ]
    return f"{field['name']}: {field['type']}  {'  '.join(filter(None, notes))}".rstrip()
