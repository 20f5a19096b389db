"""Note templates: auto notes with their prompts, quick paste notes with their categories."""

from __future__ import annotations

from app.practice.schema.columns import key, num, prose, table, whole, word

autonote = table(
    "autonote",
    key("AutoNoteNum"),
    word("AutoNoteName", 50),
    prose("MainText"),
    num("Category", "definition.DefNum"),
)

autonotecontrol = table(
    "autonotecontrol",
    key("AutoNoteControlNum"),
    word("Descript", 50),
    word("ControlType", 50),
    word("ControlLabel"),
    prose("ControlOptions"),
)

quickpastecat = table(
    "quickpastecat",
    key("QuickPasteCatNum"),
    word("Description"),
    whole("ItemOrder"),
    prose("DefaultForTypes"),
)

quickpastenote = table(
    "quickpastenote",
    key("QuickPasteNoteNum"),
    num("QuickPasteCatNum", "quickpastecat.QuickPasteCatNum"),
    whole("ItemOrder"),
    prose("Note"),
    word("Abbreviation"),
)
