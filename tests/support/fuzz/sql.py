"""Random commands for the Queries resource: expressions of MariaDB's functions, and text that is hardly SQL."""

from __future__ import annotations

import random

from app.practice.sql.dates import DATE_WORDS
from app.practice.sql.functions import NAMES
from tests.practice.sql.test_limits import TOO_MUCH

FUNCTIONS = sorted(
    NAMES | {name for name, _ in DATE_WORDS} | {"GROUP_CONCAT", "COUNT", "SUM", "MAX", "HEX", "LENGTH"}
)
TABLES = (
    "patient",
    "appointment",
    "procedurelog",
    "paysplit",
    "securitylog",
    "nothing",
    "sqlite_master",
    "seq_1_to_100 s",
)
VALUES = (
    "1", "0", "-1", "'a'", "''", "NULL", "1e308", "'1e99999999'", "9223372036854775807", "0.1", "'2026-11-23'", "@a",
    "'%Y-%m'",
    "'9999-12-31 23:59:59'", "REPEAT('a', 1000000)", "REPEAT('1', 1000000)", "1000000000", "-1000000000", "PatNum",
    "*", "'%'",
    "X'00'", "'(a+)+$'", "'\\\\'", "'[[:alpha:]]*'", "CURDATE()", "RAND()", "(SELECT 1)", "(SELECT LName FROM patient)",
)  # fmt: skip
OPERATORS = (
    "+",
    "-",
    "*",
    "/",
    "DIV",
    "MOD",
    "=",
    "<=>",
    "<",
    "AND",
    "||",
    "LIKE",
    "RLIKE",
    "REGEXP",
    "IN",
    "IS NOT",
    "%",
)
WORDS = (
    "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "UNION", "WITH", "AS", "(", ")", ",", ";", "INTO",
    "SET",
    ":=", "@b", "CREATE TEMPORARY TABLE", "DROP TABLE", "INSERT INTO", "DELETE", "UPDATE", "CASE", "WHEN", "END",
    "INTERVAL",
    "DAY", "/*", "*/", "--", "#", "'", '"', "`", "\\", "$", "CAST(", "DISTINCT", "JOIN", "ON", "USING", "OUTFILE",
    "\u00e9",
)  # fmt: skip
TOO_MUCH_AT_ONCE = tuple(TOO_MUCH.values())
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"


def expression(dice: random.Random, depth: int = 0) -> str:
    """An expression, mostly of functions."""
    kind = dice.random()
    if depth > 3 or kind < 0.35:
        return dice.choice(VALUES)
    if kind < 0.75:
        given = ", ".join(expression(dice, depth + 1) for _ in range(dice.choice((0, 1, 1, 2, 2, 3, 4))))
        return f"{dice.choice(FUNCTIONS)}({given})"
    if kind < 0.9:
        return f"({expression(dice, depth + 1)} {dice.choice(OPERATORS)} {expression(dice, depth + 1)})"
    if kind < 0.95:
        kind_of = dice.choice(
            ("SIGNED", "CHAR", "CHAR(5)", "DECIMAL(10,2)", "DATE", "DATETIME", "DOUBLE", "x")
        )
        return f"CAST({expression(dice, depth + 1)} AS {kind_of})"
    unit = dice.choice(("DAY", "MONTH", "YEAR", "HOUR", "x"))
    return f"{expression(dice, depth + 1)} + INTERVAL {expression(dice, depth + 1)} {unit}"


def command(dice: random.Random) -> str:
    """A command."""
    kind = dice.random()
    if kind < 0.6:
        columns = ", ".join(expression(dice) for _ in range(dice.choice((1, 1, 2, 3))))
        more = dice.choice(
            (
                "",
                f" WHERE {expression(dice)}",
                f" GROUP BY {expression(dice)}",
                f" ORDER BY {expression(dice)}",
            )
        )
        return f"SELECT {columns} FROM {dice.choice(TABLES)}{more} LIMIT 20"
    if kind < 0.7:
        return f"SET @a = {expression(dice)}; SELECT {expression(dice)}, @a"
    if kind < 0.73:
        return dice.choice(TOO_MUCH_AT_ONCE)
    parts = (
        dice.choice((dice.choice(WORDS), dice.choice(WORDS), expression(dice, 2), dice.choice(TABLES)))
        for _ in range(dice.randrange(1, 30))
    )
    return " ".join(parts)
