"""The tour of how the schedule is arranged: columns by provider, views, and a month at a glance."""

from __future__ import annotations

from app.bootstrap.tour.hands import Hands


async def month(hands: Hands) -> None:
    """Ctrl+3: how full each day is, by provider."""
    model = hands.model.month
    hands.desk.commands["view.month"].run()
    await hands.until(lambda: model.is_open and not model.loading and bool(model.loads))


async def columns(hands: Hands) -> None:
    """Ctrl+4: the day by provider."""
    hands.desk.commands["view.day"].run()
    await hands.until(lambda: not hands.model.month.is_open)
    hands.model.schedule.today()
    hands.desk.commands["view.columns"].run()
    await hands.until(lambda: hands.model.arranging.by_provider)
    await hands.until(hands.complete)


async def views(hands: Hands) -> None:
    """Ctrl+Shift+F2: the views of Open Dental, imported, and one of them on the schedule."""
    from app.views.staff.schedule.arranging.page import ViewsPage  # loads when views are edited

    hands.desk.commands["view.edit"].run()
    panel = hands.screen.panel
    await hands.until(lambda: isinstance(panel.page, ViewsPage))
    page = panel.page
    if isinstance(page, ViewsPage):
        page.take_over.click()
    await hands.until(lambda: bool(hands.model.arranging.views))
    hands.desk.commands["view.on_f2"].run()
    await hands.until(lambda: hands.model.arranging.current is not None)


async def no_names(hands: Hands) -> None:
    """A view for a screen that the public sees."""
    hands.screen.panel.show_card()
    hands.desk.commands["view.on_f4"].run()
    await hands.until(lambda: hands.model.arranging.look.hides_names)


async def everything(hands: Hands) -> None:
    """The whole day again."""
    hands.desk.commands["view.all"].run()
    await hands.until(lambda: hands.model.arranging.current is None)
    await hands.until(hands.complete)


STEPS = (
    ("month at a glance", month),
    ("columns by provider", columns),
    ("views of the schedule", views),
    ("no names", no_names),
    ("view left", everything),
)
