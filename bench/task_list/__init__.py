"""The tasks' screen with 10,000 open tasks in 200 lists."""

from bench.task_list.screen import measure

__all__ = ["measure"]
