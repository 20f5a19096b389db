"""The list of everything declared, and what is derived from it."""

from __future__ import annotations

import json
import re
from io import StringIO

import pytest

from app import apilist
from app.wire.catalog import RESOURCES, endpoints
from app.wire.endpoint import endpoint_of
from app.wire.permissions import Permission
from app.wire.resources.appointments import Appointments
from app.wire.resources.definitions import DefinitionCategory
from app.wire.resources.schedules import Schedule
from app.wire.resources.security_perms import SecurityPerm


def test_declarations() -> None:
    """What is listed is the declaration itself, under its name in the program."""
    confirm = endpoint_of(Appointments.confirm)
    assert confirm in endpoints()
    assert (confirm.name, confirm.needs) == ("Appointments.confirm", Permission.COMM)


def test_names() -> None:
    """Resources are sorted by name, and no two methods share a name, nor a verb and path."""
    assert [each.__name__ for each in RESOURCES] == sorted(each.__name__ for each in RESOURCES)
    assert len({each.name for each in endpoints()}) == len(endpoints())
    assert len({(each.verb, re.sub("{.*?}", "{}", each.path)) for each in endpoints()}) == len(endpoints())


def test_json_list() -> None:
    """The printed list has every method with its facts and fields."""
    out = StringIO()
    apilist.print_api(out, as_json=True)
    methods = {f"{each['resource']}.{each['name']}": each for each in json.loads(out.getvalue())}
    assert set(methods) == {each.name for each in endpoints()}
    confirm = methods["Appointments.confirm"]
    assert (confirm["verb"], confirm["path"]) == ("PUT", "/appointments/{AptNum}/Confirm")
    assert (confirm["since"], confirm["permission"]) == ("21.1", "Comm")
    assert confirm["body"][1] == {
        "name": "defNum",
        "type": "int",
        "required": False,
        "since": "21.2",
        "refers": "definition",
    }
    assert methods["Appointments.create_planned"]["body"][2]["type"] == "int[]"
    assert methods["Queries.short_query"]["answer"] == "dict[]"


def test_table() -> None:
    """The printed table has a line for every method and field."""
    out = StringIO()
    apilist.print_api(out)
    lines = out.getvalue().splitlines()
    fields = sum(each.place != "path" for endpoint in endpoints() for each in endpoint.parameters)
    assert len(lines) == 1 + len(endpoints()) + fields
    assert lines[0].split() == ["Resource", "Name", "Verb", "Path", "Since", "Permission"]


def test_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m app api` accepts --json and nothing else."""
    assert apilist.main(["--json"]) == 0
    json.loads(capsys.readouterr().out)
    assert apilist.main(["--xml"]) == 2
    assert "usage" in capsys.readouterr().err


def test_record_helpers() -> None:
    """Numbers in texts are parsed in one place: operatories, categories, permissions."""
    assert Schedule(operatories="5,6").operatory_nums == (5, 6)
    assert Schedule().operatory_nums == ()
    assert DefinitionCategory.ACCOUNT_COLORS.number == 0
    assert DefinitionCategory.COMM_LOG_TYPES.number == 27
    assert SecurityPerm(Permission="ApiReadAll").means is Permission.READ_ALL
    assert SecurityPerm(Permission="ApiTeleport").means == "Teleport"
