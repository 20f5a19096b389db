"""Staff and computers: user groups, mail, the time clock and pay periods."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.columns import (
    clock,
    code,
    day,
    flag,
    key,
    moment,
    num,
    prose,
    table,
    whole,
    word,
)
from app.practice.schema.enums.catalog import CLOCK_STATUS

usergroup = table(
    "usergroup",
    key("UserGroupNum"),
    word("Description"),
    num("UserGroupNumCEMT"),
)

usergroupattach = table(
    "usergroupattach",
    key("UserGroupAttachNum"),
    num("UserNum", "userod.UserNum"),
    num("UserGroupNum", "usergroup.UserGroupNum"),
)

emailaddress = table(
    "emailaddress",
    key("EmailAddressNum"),
    word("SMTPserver"),
    word("EmailUsername"),
    word("EmailPassword"),
    whole("ServerPort"),
    flag("UseSSL"),
    word("SenderAddress"),
    word("Pop3ServerIncoming"),
    whole("ServerPortIncoming"),
    num("UserNum", "userod.UserNum"),
    word("AccessToken", 2000),
    prose("RefreshToken"),
    flag("DownloadInbox"),
    word("QueryString", 1000),
    whole("AuthenticationType"),
)

clockevent = table(
    "clockevent",
    key("ClockEventNum"),
    num("EmployeeNum", "employee.EmployeeNum"),
    moment("TimeEntered1"),
    moment("TimeDisplayed1"),
    code("ClockStatus", CLOCK_STATUS),
    prose("Note"),
    moment("TimeEntered2"),
    moment("TimeDisplayed2"),
    clock("OTimeHours"),
    clock("OTimeAuto"),
    clock("Adjust"),
    clock("AdjustAuto"),
    flag("AdjustIsOverridden"),
    clock("Rate2Hours"),
    clock("Rate2Auto"),
    num("ClinicNum", "clinic.ClinicNum"),
    clock("Rate3Hours"),
    clock("Rate3Auto"),
    flag("IsWorkingHome"),
)

payperiod = table(
    "payperiod",
    key("PayPeriodNum"),
    day("DateStart"),
    day("DateStop"),
    day("DatePaycheck"),
)

computer = table(
    "computer",
    key("ComputerNum"),
    word("CompName", 100),
    moment("LastHeartBeat"),
)

INDEXES = (
    Index("ClockEventEmployee", clockevent.c.EmployeeNum, clockevent.c.TimeDisplayed1),
    Index("UserGroupAttachUser", usergroupattach.c.UserNum),
)
"""Declared with their tables; `indexes.create` creates them with all others."""
