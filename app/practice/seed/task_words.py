"""The made-up team's tasks, list by list."""

from __future__ import annotations

from typing import NamedTuple

from app.practice.seed.office import EMPLOYEES, USERS


class TaskList(NamedTuple):
    """One task list. `parent` is the number of its parent list, 0 for none; `users` subscribe to it."""

    name: str
    parent: int = 0
    users: tuple[int, ...] = ()
    object_type: int = 0
    archived: int = 0


_DESK = tuple(range(1, len(EMPLOYEES) + 1))
_FIRST = len(USERS) + 1
"""The number of the first list that is not an inbox."""
LISTS: tuple[TaskList, ...] = (
    *(TaskList(f"{name}'s inbox", 0, (number,)) for number, name in enumerate(USERS, 1)),
    TaskList("Front desk", 0, _DESK),
    TaskList("Calls to make", _FIRST, (), 1),
    TaskList("Insurance", _FIRST, (2,)),
    TaskList("To verify", _FIRST + 2, (), 1),
    TaskList("Claims to follow", _FIRST + 2, (), 1),
    TaskList("Office", 0, (1,)),
    TaskList("Supplies", _FIRST + 5, (4,)),
    TaskList("Repairs", _FIRST + 5, (3,)),
    TaskList("Laboratory", 0, (4, 5, 6, 7), 2),
    TaskList("Harbor clinic", 0, (3, 7)),
    TaskList("Move of the records", 0, (), 0, 1),
    TaskList("Boxes to sort", _FIRST + 10, (), 0, 1),
)
"""A user's inbox has the user's number; the other lists follow."""
INBOXES = tuple(range(1, _FIRST))
CALLS, VERIFY, CLAIMS, SUPPLIES, REPAIRS, LABORATORY, HARBOR_LIST, ARCHIVED = (
    _FIRST + place for place in (1, 3, 4, 6, 7, 8, 9, 11)
)

ABOUT_A_PATIENT: dict[int, tuple[str, ...]] = {
    CALLS: (
        "Asked to be called back about the bill.", "Wants to move the next cleaning to a morning.",
        "Has a question about the treatment plan, call after 4.", "Left two messages, try the work phone.",
        "Call about the antibiotics before the surgery.", "Mother asks for an appointment together with the brother.",
    ),
    VERIFY: (
        "New insurance card, verify the benefits before the appointment.", "Check what is left of the yearly maximum.",
        "Ask the carrier about the waiting period for crowns.", "Employer changed, the plan may have ended.",
    ),
    CLAIMS: (
        "Claim denied, send the X-rays again.", "Claim is open for 40 days, call the carrier.",
        "Carrier asks for the chart of the gums.", "Second carrier wants the first one's answer.",
    ),
}  # fmt: skip
ABOUT_A_VISIT = (
    "Crown has to be back from the laboratory the day before.", "Send the impression out today.",
    "Shade was taken twice, ask the laboratory which one they have.", "Night guard is late, call the laboratory.",
)  # fmt: skip
TODAY = (
    (2, "Check that the crown is back before seating."),
    (3, "Laboratory changed the shade: show the patient first."),
)
"""The author's number and the text of tasks about today's appointments."""
ABOUT_NOTHING: dict[int, tuple[str, ...]] = {
    SUPPLIES: (
        "Order nitrile gloves, size M.", "Anesthetic with epinephrine runs low.", "New toner for the front printer.",
        "Fluoride varnish, two boxes.", "Coffee for the waiting room.",
    ),
    REPAIRS: (
        "Light in Op 3 flickers.", "Suction in Hygiene 2 is weak, call the technician.", "Door of the lab sticks.",
        "Compressor is due for its service.",
    ),
    HARBOR_LIST: (
        "Send the extra chair cushion over.", "Keys for the new assistant.", "Schedule for the holiday week.",
    ),
    ARCHIVED: ("Shelf A to D.", "Shelf E to K.", "Scan what is younger than seven years."),
}  # fmt: skip
INBOX = (
    "Please look at the notes of yesterday's emergency.", "Vacation in June: who covers?",
    "Sign the order for the laboratory.", "Read the new rule about texts to patients.",
    "Bring the list for Monday's meeting.", "Answer the review that came in last night.",
)  # fmt: skip
NOTES = (
    "No answer, left a message.", "Will call back tomorrow.", "Sent an email.", "Done, please check.",
    "Waiting for the answer.", "Called twice today.", "They need the form first.",
)  # fmt: skip
