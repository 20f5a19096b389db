"""The selected appointment's card."""

from __future__ import annotations

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.visit_card import VisitCardViewModel
from app.viewmodels.translation import tr, typed
from tests.support.qt_loop import until


async def test_nothing_selected(model: ScheduleScreenViewModel) -> None:
    """Without a selection the card says so, without rows and buttons."""
    model.schedule.select(None)
    assert (model.card.title, model.card.rows, model.card.has_visit) == ("No appointment selected", (), False)


def card(model: ScheduleScreenViewModel) -> dict[str, str]:
    """The card's rows as displayed."""
    return {tr(row.label): typed(row.value) for row in model.card.rows}


async def test_the_card_follows_its_visit(model: ScheduleScreenViewModel) -> None:
    """The card shows the appointment's name and state, and is updated with it."""
    visits = [placed.visit for placed in model.schedule.grid.visits]
    visit = next(each for each in visits if each.stage is Stage.CONFIRMED)
    model.schedule.select(visit.apt_num)
    assert model.card.title == visit.name
    rows = card(model)
    chair = next(each for each in model.schedule.grid.columns if each.key == visit.op_num).title
    provider = next(each for each in model.parts.office.lists.providers if each.ProvNum == visit.prov_num)
    assert rows["Operatory"].startswith(f"{chair} · ")
    assert provider.Abbr in rows["Operatory"]
    assert rows["Time"].endswith(f"· {visit.minutes} min")
    assert "confirmed" in rows["Status"].lower()
    model.commands["visit.arrived"].run()
    await until(lambda: "Waiting" in card(model))
    assert card(model)["Waiting"] == "0 min"


async def test_its_buttons_are_commands(model: ScheduleScreenViewModel) -> None:
    """Every button of the card is a command of the desk."""
    for row in VisitCardViewModel.BUTTON_ROWS:
        for command_id in row:
            assert model.commands[command_id].spec.title


async def test_the_balance_is_the_strips(model: ScheduleScreenViewModel) -> None:
    """The selected patient's balance stands below the status, with what insurance owes; others' cards have none."""
    visits = [placed.visit for placed in model.schedule.grid.visits if not placed.visit.is_note]
    model.schedule.select(visits[0].apt_num)
    await until(lambda: card(model).get("Balance", "Loading…") != "Loading…")
    rows = list(card(model))
    assert rows.index("Balance") == rows.index("Status") + 1
    strip = model.desk.strip.model
    assert card(model)["Balance"] == strip.state.figures[0].value
    other = next(each for each in visits if each.pat_num != visits[0].pat_num)
    assert "Balance" not in {tr(row.label) for row in model.card.rows_of(other)}
