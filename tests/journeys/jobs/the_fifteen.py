"""The fifteen daily jobs of a front desk: how Open Dental's own windows do them, and the target."""

from __future__ import annotations

from tests.journeys.jobs.counted import Job

FIND = Job(1, "Find and open a patient", "Ctrl+P, type, double-click; 6 s", "3 s", seconds=3)
FIND_HIT = Job(
    1, "Find, and click the hit", "Ctrl+P, type, double-click; 6 s", "Enter instead: 3 s", seconds=4
)
ARRIVED = Job(2, "Mark arrived", "2 clicks; 5 s", "1 click or key", clicks=1, keys=1)
SEAT_DISMISS = Job(3, "Seat, then dismiss", "2 clicks each; 5 s", "1 click or key each", clicks=2, keys=2)
ANSWER = Job(4, "What do I owe, when am I next", "2 to 3 clicks; 6 s", "0 clicks after 1", clicks=0, keys=0)
BOOK = Job(5, "Book, known patient", "9 to 12 clicks; 25 to 35 s", "5 clicks, 12 s", clicks=5, seconds=12)
MOVE = Job(6, "Move, same day", "drag, 1 to 8 questions; 5 to 20 s", "drag, 5 s", clicks=1, seconds=5)
MOVE_DAY = Job(6, "Move to another day", "pinboard; 12 to 25 s", "10 s", seconds=10)
CONFIRM = Job(7, "Confirm after a call, next row", "2 to 3 clicks; 5 to 8 s", "1 key", clicks=1, keys=1)
CANCEL = Job(8, "Cancel or no-show", "4 to 7 clicks; 11 to 19 s", "1 dialog, 6 s", seconds=6)
PAY = Job(
    9, "Take a payment, print the receipt", "7 clicks; 20 to 25 s", "4 clicks, 12 s", clicks=4, seconds=12
)
RECALL = Job(10, "Book the recall at checkout", "3 to 5 steps; 10 to 14 s", "3 clicks", clicks=3)
FILL = Job(11, "Fill an opening", "7 to 8 clicks, four lists; 20 s", "2 clicks each", clicks=2, keys=2)
CALL = Job(12, "Log a call", "2 clicks and the text; 20 s", "template, 6 s", seconds=6)
TASK = Job(13, "Take and close a task", "4 to 5 clicks; 12 s", "2 clicks", clicks=2, keys=2)
UPDATE = Job(14, "Update phone and address", "4 to 6 clicks; 15 to 25 s", "1 click", clicks=1, keys=1)
CLOSE = Job(15, "Close the day", "8 to 12 clicks, reports", "1 screen, differences first", clicks=2)
CLOSE_BY_KEYS = Job(15, "Close the day", "8 to 12 clicks, reports", "1 screen, differences first", clicks=0)


# The same jobs with nobody selected: whoever is at the desk is found or clicked first (job 1, 3 s).
ARRIVED_FOUND = Job(
    2, "Mark arrived, nobody selected", "find; 2 clicks; 11 s", "1 key after job 1", seconds=4.6
)
SEAT_DISMISS_FOUND = Job(
    3,
    "Seat, then dismiss, nobody selected",
    "find; 2 clicks; each 11 s",
    "1 key after job 1 each",
    seconds=9.3,
)
MOVE_FOUND = Job(6, "Move, same day, nobody selected", "find; drag and questions", "5 s", seconds=5)
MOVE_DAY_FOUND = Job(6, "Move to another day, nobody selected", "find; pinboard", "10 s", seconds=10)
CANCEL_FOUND = Job(8, "Cancel or no-show, nobody selected", "find; 4 to 7 clicks", "1 dialog, 6 s", seconds=6)
CHECKOUT_RECALL = Job(
    10, "Check out and book the recall, nobody selected", "4 to 6 steps", "3 clicks after 1", clicks=4
)
UPDATE_TOLD = Job(
    14, "Update, from the notice", "5 to 7 clicks; 17 to 27 s", "1 click after the notice", clicks=2, keys=2
)
