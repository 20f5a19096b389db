"""A made-up history of progress notes."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from app.viewmodels.timeline import TimelineEntry, TimelineViewModel

NOTES = (
    "",
    "Patient tolerated well.",
    "Called about <b>insurance</b> & benefits; card comes by mail (&amp; e-mail).",
    "Line one\nLine two\twith a tab\nLine three\n\nLine five, after an empty one",
)
WORDS = (
    "anesthesia lidocaine epinephrine carpule buccal lingual occlusal mesial distal composite shade etch bond cure "
    "polish bite adjusted patient tolerated procedure well no complications instructions given recall months prophy "
    "scaling calculus moderate bleeding probing crown prep impression temporary cement seated margins contacts x-rays"
)
KINDS = {"procedure": "Procedures", "commlog": "Commlogs", "note": "Notes"}
ICONS = {"procedure": "CONFIRM", "commlog": "NOTICES", "note": "NOTE"}


def entries(count: int, seed: int = 1) -> list[TimelineEntry]:
    """Made-up entries, newest first."""
    chance, made = random.Random(seed), []
    start = datetime(2026, 11, 23, 9, 5)
    for number in range(count):
        kind = list(KINDS)[number % 3]
        text = (
            NOTES[number % 4]
            if number % 5
            else " ".join(chance.choices(WORDS.split(), k=chance.randint(5, 120)))
        )
        made.append(
            TimelineEntry(
                number,
                start - timedelta(hours=number * 7),
                ICONS[kind],
                f"{KINDS[kind]} {number}",
                text,
                ("Dr Lee", "Kim Ortiz", "")[number % 3],
                kind,
                "alert" if number == 2 else "",
            )
        )
    return made


def sample_timeline(count: int) -> TimelineViewModel:
    """A timeline with this many entries."""
    made = TimelineViewModel("Progress notes", empty="No notes yet.", kinds=KINDS)
    made.show_rows(entries(count))
    return made
