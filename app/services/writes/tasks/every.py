"""All writes of tasks. The registry imports this module when the first of them is sent, settled or shown."""

from __future__ import annotations

from app.services.writes.tasks.edit import EDIT_TASK, EDIT_TASK_NOTE
from app.services.writes.tasks.hand_on import ADD_HISTORY, HAND_ON, HANDED_ON
from app.services.writes.tasks.new import ADD_TASK
from app.services.writes.tasks.note import ADD_TASK_NOTE
from app.services.writes.tasks.once import WITHDRAW_TASK
from app.services.writes.tasks.status import SET_TASK_STATUS
from app.services.writes.write import Write

WRITES: tuple[Write, ...] = (
    ADD_TASK,
    ADD_TASK_NOTE,
    SET_TASK_STATUS,
    EDIT_TASK,
    EDIT_TASK_NOTE,
    HAND_ON,
    ADD_HISTORY,
    HANDED_ON,
    WITHDRAW_TASK,
)
