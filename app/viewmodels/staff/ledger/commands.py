"""The commands of the ledger, known before it is loaded."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.money import panels

FILTER = CommandSpec(
    "ledger.filter",
    msg("Search the ledger"),
    "Ctrl+F",
    "Patient",
    "SEARCH",
    word=msg("Search"),
    synonyms=msg("find filter entries amount", "search words"),
    group=5,
)
JUMP = CommandSpec(
    "ledger.jump",
    msg("Go to a date in the ledger"),
    "J",
    "Patient",
    "DATE",
    word=msg("Date"),
    synonyms=msg("jump day month year", "search words"),
    group=5,
)
OPEN_ONLY = CommandSpec(
    "ledger.open",
    msg("Show open charges only"),
    "O",
    "Patient",
    word=msg("Open only"),
    synonyms=msg("unpaid owed outstanding", "search words"),
    group=5,
)
FAMILY = CommandSpec(
    "ledger.family",
    msg("Show the family's ledger"),
    "F",
    "Patient",
    word=msg("Family"),
    synonyms=msg("entire family all members guarantor", "search words"),
    group=5,
)
PRINT = CommandSpec(
    "ledger.print",
    msg("Print the ledger"),
    "Ctrl+Shift+P",
    "Patient",
    "PRINT",
    synonyms=msg("paper pdf account history", "search words"),
    group=5,
)
SAVE = CommandSpec(
    "ledger.save",
    msg("Save the ledger as CSV"),
    "Ctrl+S",
    "Patient",
    synonyms=msg("export spreadsheet excel", "search words"),
    group=5,
)
PAY = CommandSpec("ledger.pay", msg("Take a payment for this account"), "P", word=msg("Take payment"))
CHECK_OUT = CommandSpec(
    "ledger.check_out", msg("Check out this account's patient"), "C", word=msg("Check out")
)
ADJUST = CommandSpec("ledger.adjust", msg("Adjust the selected entry"), "A", word=msg("Adjust"))
REFUND = CommandSpec("ledger.refund", msg("Refund the selected payment"), "R", word=msg("Refund"))
RECEIPT = CommandSpec(
    "ledger.receipt",
    msg("Print the selected payment's receipt again"),
    "T",
    word=msg("Receipt"),
    synonyms=msg("copy reprint pdf", "search words"),
)
SPLIT = CommandSpec(
    "ledger.split",
    msg("Change the provider of the selected payment"),
    "V",
    word=msg("Provider"),
    synonyms=msg("split clinic move income", "search words"),
)
PLAN = CommandSpec("ledger.plan", msg("Make or change a payment plan"), "L", word=msg("Payment plan"))
STATEMENT = CommandSpec(
    "ledger.statement",
    msg("Make a statement of this family's account"),
    "S",
    word=msg("Statement"),
    synonyms=msg("bill invoice pdf print", "search words"),
)
TASK = CommandSpec(
    "ledger.task",
    msg("New task about the selected entry"),
    "K",
    word=msg("Task"),
    synonyms=msg("to do reminder follow up", "search words"),
)
TABS = {
    "account": CommandSpec("ledger.tab.account", msg("Ledger: account"), "Ctrl+1", word=msg("Account")),
    "claims": CommandSpec("ledger.tab.claims", msg("Ledger: claims"), "Ctrl+2", word=msg("Claims")),
    "plans": CommandSpec(
        "ledger.tab.plans", msg("Ledger: payment plans"), "Ctrl+3", word=msg("Payment plans")
    ),
    "discounts": CommandSpec(
        "ledger.tab.discounts", msg("Ledger: discount plan"), "Ctrl+4", word=msg("Discount plan")
    ),
    "statements": CommandSpec(
        "ledger.tab.statements", msg("Ledger: statements"), "Ctrl+5", word=msg("Statements")
    ),
}
"""By the tab's id."""
PANEL_OF = {
    PAY.id: panels.PAYMENT,
    CHECK_OUT.id: panels.CHECK_OUT,
    ADJUST.id: panels.ADJUST,
    REFUND.id: panels.REFUND,
    PLAN.id: panels.PLAN,
}
"""The panel that each of these opens, whose own command has another key on every screen."""
LEDGER_COMMANDS = (
    FILTER,
    JUMP,
    OPEN_ONLY,
    FAMILY,
    PRINT,
    SAVE,
    PAY,
    CHECK_OUT,
    ADJUST,
    REFUND,
    RECEIPT,
    SPLIT,
    PLAN,
    STATEMENT,
    TASK,
    *TABS.values(),
)
