"""The commands of closing the day, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

PREVIOUS = CommandSpec(
    "close.previous",
    msg("Previous day"),
    "Alt+Left",
    icon="PREVIOUS",
    word=msg("Previous"),
    repeats=True,
    synonyms=msg("day back before close", "search words"),
)
TODAY = CommandSpec(
    "close.today", msg("Go to today"), "T", word=msg("Today"), synonyms=msg("now", "search words")
)
NEXT = CommandSpec(
    "close.next",
    msg("Next day"),
    "Alt+Right",
    icon="NEXT",
    word=msg("Next"),
    repeats=True,
    synonyms=msg("day forward after close", "search words"),
)
DIFFERENCES = CommandSpec(
    "close.differences",
    msg("Differences of the day"),
    "Ctrl+1",
    word=msg("Day"),
    synonyms=msg("twins splits drawer reconcile match", "search words"),
)
PAYMENTS = CommandSpec(
    "close.payments",
    msg("Payments of the day"),
    "Ctrl+2",
    word=msg("Payments"),
    synonyms=msg("list taken today receipts", "search words"),
)
DEPOSITS = CommandSpec(
    "close.deposits",
    msg("Money to deposit"),
    "Ctrl+3",
    word=msg("Deposit"),
    synonyms=msg("bank slip checks cash", "search words"),
)
COLLECTIONS = CommandSpec(
    "close.collections",
    msg("Collections"),
    "Ctrl+4",
    word=msg("Collections"),
    synonyms=msg("aging overdue balance call list promised owe", "search words"),
)
CLOSE = CommandSpec(
    "close.close",
    msg("Close the day"),
    "Ctrl+Shift+Return",
    word=msg("Close day"),
    synonyms=msg("finish end reconcile", "search words"),
)
REOPEN = CommandSpec(
    "close.reopen",
    msg("Reopen the day"),
    "Ctrl+Shift+Backspace",
    word=msg("Reopen"),
    synonyms=msg("undo close again", "search words"),
)
COUNT = CommandSpec(
    "close.count",
    msg("Count the drawer"),
    "D",
    word=msg("Count"),
    synonyms=msg("cash coins notes money", "search words"),
)
PRINT = CommandSpec(
    "close.print",
    msg("Print the day sheet"),
    "Ctrl+Shift+P",
    "File",
    "PRINT",
    word=msg("Day sheet"),
    synonyms=msg("paper pdf report totals", "search words"),
)
MAKE_DEPOSIT = CommandSpec(
    "close.make_deposit",
    msg("Make the deposit"),
    "Ctrl+Alt+D",
    word=msg("Make deposit"),
    synonyms=msg("bank send", "search words"),
)
PRINT_SLIP = CommandSpec(
    "close.print_slip",
    msg("Print the deposit slip"),
    "Ctrl+Alt+P",
    "File",
    "PRINT",
    word=msg("Print slip"),
    synonyms=msg("paper pdf bank", "search words"),
)
STEPS = (PREVIOUS, TODAY, NEXT)
TABS = (DIFFERENCES, PAYMENTS, DEPOSITS, COLLECTIONS)
DAY_CLOSE_COMMANDS = (*TABS, *STEPS, COUNT, CLOSE, REOPEN, PRINT, MAKE_DEPOSIT, PRINT_SLIP)
"""In the order of the palette."""
