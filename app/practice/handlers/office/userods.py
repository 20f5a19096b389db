"""Userods, and their groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.office.passwords import refuse_weak, sealed
from app.practice.handlers.office.sent import refuse_blank, refuse_zero
from app.practice.schema.office import employee, provider, userod
from app.practice.schema.staff import emailaddress, usergroup, usergroupattach
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of, encode_rows, name_behind
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, for_columns, quoted
from app.practice.server.work import Created, Encoded, Given, Outcome, Work
from app.wire.resources.user_group_attaches import UserGroupAttach, UserGroupAttaches
from app.wire.resources.user_groups import UserGroup, UserGroups
from app.wire.resources.userods import NewUserod, Userod, Userods

_U, _A, _G = userod.c, usergroupattach.c, usergroup.c
_E, _P, _M = employee.c, provider.c, emailaddress.c
_FILTERS = {
    "UserNum": Filter(_U.UserNum),
    "IsHidden": Filter(_U.IsHidden),
    "UserNumCEMT": Filter(_U.UserNumCEMT),
}


def _computed() -> dict[str, Expression]:
    blank, comma = quoted(" "), quoted(", ")
    suffix = sa.case((_P.Suffix == quoted(""), quoted("")), else_=comma + _P.Suffix)
    address = sa.select(_M.EmailUsername).where(_M.UserNum == _U.UserNum).limit(sa.literal_column("1"))
    return {
        "employeeName": name_behind(_U.EmployeeNum, _E.EmployeeNum, _E.FName + blank + _E.LName),
        "ProviderNum": _U.ProvNum,
        "providerName": name_behind(_U.ProvNum, _P.ProvNum, _P.FName + blank + _P.LName + suffix),
        "emailAddress": sa.func.coalesce(address.correlate(userod).scalar_subquery(), quoted("")),
    }


def _groups() -> Expression:
    wanted = sa.select(sa.func.group_concat(_A.UserGroupNum)).where(_A.UserNum == _U.UserNum)
    return sa.func.coalesce(wanted.correlate(userod).scalar_subquery(), quoted(""))


ROWS = Listing(
    name="Userod",
    columns=lambda: columns_of(Userod, userod, {**_computed(), "userGroupNums": _groups()}),
    source=userod,
    filters=_FILTERS,
    order=(_U.UserNum,),
)
CREATED = Listing(
    name="NewUserod",
    columns=lambda: columns_of(
        NewUserod, userod, {**_computed(), "Password": quoted(""), "UserGroupNum": sa.literal_column("0")}
    ),
    source=userod,
    filters=_FILTERS,
    order=(_U.UserNum,),
)
"""The answer of POST. Open Dental repeats the password in it; here it is left out."""
GROUP_ROWS = Listing(
    name="UserGroup",
    columns=lambda: columns_of(UserGroup, usergroup),
    source=usergroup,
    filters={"UserGroupNumCEMT": Filter(_G.UserGroupNumCEMT)},
    order=(_G.UserGroupNum,),
)
ATTACH_ROWS = Listing(
    name="UserGroupAttach",
    columns=lambda: columns_of(UserGroupAttach, usergroupattach),
    source=usergroupattach,
    filters={"UserNum": Filter(_A.UserNum), "UserGroupNum": Filter(_A.UserGroupNum)},
    order=(_A.UserGroupAttachNum,),
)


@serves(Userods.list)
def list_(work: Work, given: Given) -> Outcome:
    """The users; hidden and Central Manager users on request."""
    wanted = {}
    if not given.get("includeHidden"):
        wanted["IsHidden"] = 0
    if not given.get("includeCEMT"):
        wanted["UserNumCEMT"] = 0
    return _page(work, wanted)


@serves(Userods.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a user to one group. The password is stored as a hash."""
    _check_name(work, given["UserName"])
    refuse_zero(given, "UserGroupNum")
    refuse_weak(given["Password"], needs_symbol=work.preference("PasswordsStrongIncludeSpecial") == "1")
    values = for_columns(userod, given, ("UserName", "IsPasswordResetRequired"))
    key = work.insert(userod, {**values, "Password": sealed(given["Password"]), "PasswordIsStrong": 1})
    work.insert(usergroupattach, {"UserNum": key, "UserGroupNum": given["UserGroupNum"]})
    log(work, "AddNewUser", "User created.", key=key)
    signal(work, "Security")
    row = work.row(CREATED, "User", {"UserNum": key})
    row.UserGroupNum = given["UserGroupNum"]
    return Created(encode_rows(row), "/userods")


@serves(Userods.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the linked provider or employee, clinic and groups; groups are replaced."""
    key = given["UserNum"]
    work.find(userod, key, "User")
    values = for_columns(userod, given, ("EmployeeNum", "ClinicNum", "IsHidden", "IsPasswordResetRequired"))
    if "ProviderNum" in given:
        values["ProvNum"] = given["ProviderNum"]
    if "userGroupNums" in given:
        _join(work, key, dict.fromkeys(given["userGroupNums"]))
    work.update(userod, key, values)
    log(work, "SecurityAdmin", "User changed.", key=key)
    signal(work, "Security")
    return _one(work, key)


@serves(UserGroups.list)
def groups(work: Work, given: Given) -> Outcome:
    """The groups; Central Manager groups on request."""
    return work.page(GROUP_ROWS, {} if given.get("includeCEMT") else {"UserGroupNumCEMT": 0})


@serves(UserGroupAttaches.list)
def attaches(work: Work, given: Given) -> Outcome:
    """Which users are in which groups."""
    return work.page(ATTACH_ROWS, given)


def _check_name(work: Work, name: str) -> None:
    refuse_blank({"UserName": name}, "UserName")
    if name != name.rstrip():
        raise BadRequest("UserName is invalid: it may not end with whitespace.")
    taken = sa.select(_U.UserNum).where(_U.UserName == name).limit(1)
    if work.connection.execute(taken).first() is not None:
        raise BadRequest("UserName is invalid: another user has it already.")


def _join(work: Work, user_num: int, numbers: Iterable[int]) -> None:
    """Set a user's groups. BadRequest for none: such a user could do nothing."""
    wanted = list(numbers)
    if not wanted:
        raise BadRequest("userGroupNums is invalid: a user is in one group at least.")
    for number in wanted:
        work.find(usergroup, number, "UserGroup")
    work.connection.execute(sa.delete(usergroupattach).where(_A.UserNum == user_num))
    for number in wanted:
        work.insert(usergroupattach, {"UserNum": user_num, "UserGroupNum": number})


def _page(work: Work, wanted: Mapping[str, Any]) -> Encoded:
    rows = work.rows(ROWS, wanted)
    for row in rows:
        row.userGroupNums = _numbers(row.userGroupNums)
    return Encoded(encode_rows(rows))


def _one(work: Work, key: int) -> Encoded:
    row = work.row(ROWS, "User", {"UserNum": key})
    row.userGroupNums = _numbers(row.userGroupNums)
    return Encoded(encode_rows(row))


def _numbers(text: str) -> list[int]:
    return sorted(int(part) for part in text.split(",") if part)
