"""Converts between database columns and wire values, guided by each column's `column.info`."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from app.practice.schema.columns import color_number, iso_text
from app.practice.schema.enums.base import EnumCodes
from app.practice.server.refusals import BadRequest

Expression = sa.ColumnElement[Any]


class IsoText(FunctionElement[str]):
    """A database date or time as ISO text; SQLite stores it as text already."""

    inherit_cache = True
    name = "iso_text"
    type = sa.String()


@compiles(IsoText)
def _iso_plain(element: IsoText, compiler: Any, **options: Any) -> str:
    return str(compiler.process(element.clauses, **options))


@compiles(IsoText, "mysql", "mariadb")
def _iso_mysql(element: IsoText, compiler: Any, **options: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **options)} AS CHAR)"


class MoneyText(FunctionElement[str]):
    """An amount as text with two decimals: 125.95."""

    inherit_cache = True
    name = "money_text"
    type = sa.String()


@compiles(MoneyText)
def _money_plain(element: MoneyText, compiler: Any, **options: Any) -> str:
    return f"printf('%.2f', {compiler.process(element.clauses, **options)})"


@compiles(MoneyText, "mysql", "mariadb")
def _money_mysql(element: MoneyText, compiler: Any, **options: Any) -> str:
    return f"CAST(ROUND({compiler.process(element.clauses, **options)}, 2) AS DECIMAL(15,2))"


class NumberText(FunctionElement[str]):
    """A number as text without trailing zeros: 0, -20, 1.5."""

    inherit_cache = True
    name = "number_text"
    type = sa.String()


@compiles(NumberText)
def _number_plain(element: NumberText, compiler: Any, **options: Any) -> str:
    return f"printf('%g', {compiler.process(element.clauses, **options)})"


@compiles(NumberText, "mysql", "mariadb")
def _number_mysql(element: NumberText, compiler: Any, **options: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **options)} AS CHAR)"


class ShortMoneyText(FunctionElement[str]):
    """An amount as text without trailing zeros: 339, 129.9."""

    inherit_cache = True
    name = "short_money_text"
    type = sa.String()


@compiles(ShortMoneyText)
def _short_money_plain(element: ShortMoneyText, compiler: Any, **options: Any) -> str:
    return f"rtrim(rtrim(printf('%.2f', {compiler.process(element.clauses, **options)}), '0'), '.')"


@compiles(ShortMoneyText, "mysql", "mariadb")
def _short_money_mysql(element: ShortMoneyText, compiler: Any, **options: Any) -> str:
    text = f"CAST(ROUND({compiler.process(element.clauses, **options)}, 2) AS DECIMAL(15,2))"
    return f"TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM {text}))"


def quoted(text: str) -> Expression:
    """A constant text, written into the statement itself."""
    return sa.literal_column("'" + text.replace("'", "''") + "'", sa.String())


def words_of(column: Expression, codes: EnumCodes) -> Expression:
    """An enumeration's name."""
    return sa.case(
        {number: quoted(text) for number, text in codes.texts.items()},
        value=column,
        else_=sa.cast(column, sa.String(20)),
    )


def yes_no(column: Expression) -> Expression:
    """`true` or `false`, as text like the API writes it."""
    return sa.case((column != sa.literal_column("0"), quoted("true")), else_=quoted("false"))


def color_words(column: Expression) -> Expression:
    """`r,g,b`; most rows have none."""
    number = sa.literal_column
    red = column.bitwise_rshift(number("16")).bitwise_and(number("255"))
    green = column.bitwise_rshift(number("8")).bitwise_and(number("255"))
    blue = column.bitwise_and(number("255"))
    comma = quoted(",")
    parts = [sa.cast(each, sa.String(3)) for each in (red, green, blue)]
    return sa.case(
        (column == number("0"), quoted("0,0,0")), else_=parts[0] + comma + parts[1] + comma + parts[2]
    )


def iso_day(moment: sa.Column[Any]) -> Expression:
    """The date of a timestamp, where the wire has no time for it."""
    number = sa.literal_column
    return sa.func.substr(IsoText(moment), number("1", sa.Integer()), number("10", sa.Integer()))


_FORMS: Mapping[str, Callable[[Any], Expression]] = {
    "flag": yes_no,
    "color": color_words,
    "date": IsoText,
    "datetime": IsoText,
    "time": IsoText,
    "money": lambda column: sa.func.round(column, sa.literal_column("2")),
}


def wire_form(column: sa.Column[Any]) -> Expression:
    """A column's wire value, computed in SQL."""
    kind = column.info["kind"]
    if kind == "code":
        return words_of(column, column.info["codes"])
    form = _FORMS.get(kind)
    return column if form is None else form(column)


def for_column(column: sa.Column[Any], value: Any, name: str = "") -> Any:
    """A request's value as the column stores it. BadRequest naming the field when it can't be stored."""
    try:
        match column.info["kind"]:
            case "code":
                return column.info["codes"].number(str(value))
            case "color":
                return color_number(value)
            case "text" if not isinstance(column.type, sa.Text):
                return _short(column, value)
            case _:
                return plain(value)
    except ValueError as wrong:
        raise BadRequest(f"{name or column.name} is invalid: {wrong}.") from None


def _short(column: sa.Column[Any], text: str) -> str:
    """A text for a single-line column of limited length."""
    most = getattr(column.type, "length", None)
    if most is not None and len(text) > most:
        raise ValueError(f"at most {most} characters are expected")
    return str(text).replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def plain(value: Any) -> Any:
    """A value as a database driver takes it: dates as ISO text, money as a number."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return iso_text(value)
    return str(value) if isinstance(value, str) else value


def for_columns(table: sa.Table, given: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The fields that were sent, as the table's columns of the same names store them."""
    return {name: for_column(table.c[name], given[name], name) for name in names if name in given}
