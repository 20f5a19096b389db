"""What each person keeps of the tasks on this PC, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.core.tasks import TaskScope
    from app.lifecycle import Lifecycle
    from app.sealed.documents import DocumentKeeper
    from app.services.hub.sharing import SharedOffice
    from app.services.tasks.mine import MyTasks
    from app.services.tasks.notebook import Notebook
    from app.store.tasks.board import TaskBoard


async def my_tasks(
    life: Lifecycle,
    board: Callable[[], TaskBoard],
    documents: DocumentKeeper,
    clock: Clock,
    scope: TaskScope,
    shared: SharedOffice | None = None,
) -> Callable[[], MyTasks]:
    """Imported and made with the first call; what was changed last is on disk before the session has ended.

    With a hub a person's own follow that person to every desk.
    """
    made: list[MyTasks] = []

    def get() -> MyTasks:
        from app.services.tasks.mine import MyTasks
        from app.services.tasks.notebook import Notebook

        if not made:
            kept = documents if shared is None else shared.documents
            made.append(MyTasks(board(), Notebook(kept, clock, scope), clock))
            if shared is not None:
                _follow(made[0].notebook, shared, scope)
        return made[0]

    async def start() -> None:
        """It is made when it is first asked for."""

    async def stop(_: None) -> None:
        for mine in made:
            mine.close()
            await mine.notebook.save()

    await life.step("my tasks", start, stop)
    return get


def _follow(notebook: Notebook, shared: SharedOffice, scope: TaskScope) -> None:
    """Read what a person keeps again once another desk of that person has changed it."""
    from app.services.tasks.notebook import NAME

    def follow(name: str) -> None:
        if name == NAME.format(user_num=notebook.user_num):
            scope.start(notebook.load(notebook.user_num), "tasks of a person")  # words: a task

    shared.documents.watch(follow)
