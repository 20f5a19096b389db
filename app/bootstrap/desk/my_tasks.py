"""What each person keeps of the tasks on this PC, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.core.tasks import TaskScope
    from app.lifecycle import Lifecycle
    from app.sealed.documents import Documents
    from app.services.tasks.mine import MyTasks
    from app.store.tasks.board import TaskBoard


async def my_tasks(
    life: Lifecycle, board: Callable[[], TaskBoard], documents: Documents, clock: Clock, scope: TaskScope
) -> Callable[[], MyTasks]:
    """Imported and made with the first call; what was changed last is on disk before the session has ended."""
    made: list[MyTasks] = []

    def get() -> MyTasks:
        from app.services.tasks.mine import MyTasks
        from app.services.tasks.notebook import Notebook

        if not made:
            made.append(MyTasks(board(), Notebook(documents, clock, scope), clock))
        return made[0]

    async def start() -> None:
        """It is made when it is first asked for."""

    async def stop(_: None) -> None:
        for mine in made:
            mine.close()
            await mine.notebook.save()

    await life.step("my tasks", start, stop)
    return get
