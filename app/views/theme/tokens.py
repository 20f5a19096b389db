"""Every color and length of the program, light and dark. Colors are defined only here."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QPalette

RADIUS_TILE = 4
RADIUS_PANEL = 8
RAIL_WIDTH = 60
PANEL_WIDTH = 320
BAR_HEIGHT = 48
STRIP_HEIGHT = 64
"""The selected patient's strip below the bar."""
STATUS_HEIGHT = 24
CONTROL_HEIGHT = 32
TEXT_PIXELS = 13
SMALL_PIXELS = 12
TITLE_PIXELS = 15
NUMBER_PIXELS = 20
HOUR_LINE = 34
HALF_LINE = 16
"""Opacity of the grid's lines, of 255; they are drawn over every background."""
EDGE_WIDTH = 6
"""The provider's strip at a tile's left."""
HOUR_HEIGHT = 108
"""The default height of an hour of the schedule."""
ICON = 20
ICON_STROKE = 1.75


STAGE_HUES = {
    "U": "unconfirmed",
    "C": "confirmed",
    "A": "arrived",
    "S": "seated",
    "D": "dismissed",
    "B": "broken",
    "": "note",
}
"""The name of an appointment's hue by the letter of its stage; a note has none."""


class Hue(NamedTuple):
    """The colors of one meaning: the dot and the ink on it, the tile's background and outline, text of that hue."""

    dot: str
    on_dot: str
    ground: str
    line: str
    text: str


class ChartHue(NamedTuple):
    """The colors of one state on the tooth chart: of metal, of tooth-colored material, and of outlines."""

    dark: str
    light: str
    line: str


class ChartColors(NamedTuple):
    """The tooth chart: teeth, gums, and the states of treatment."""

    enamel: str
    enamel_shade: str
    enamel_line: str
    root: str
    root_behind: str
    root_line: str
    gum: str
    ghost: str
    """The outline of a tooth that isn't there."""
    completed: ChartHue
    existing: ChartHue
    elsewhere: ChartHue
    planned: ChartHue
    referred: ChartHue
    condition: ChartHue


class Tokens(NamedTuple):
    """A theme's colors, each #rrggbb."""

    name: str
    dark: bool
    window: str
    """The window's background."""
    surface: str
    """Panels, fields, cards."""
    raised: str
    """Popovers, menus, toasts."""
    hover: str
    pressed: str
    hairline: str
    line: str
    """The outline of fields and buttons."""
    ink: str
    ink_2: str
    ink_3: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    """The background of a selected row or segment."""
    accent_text: str
    alert: str
    alert_ground: str
    money: str
    good: str
    grid: str
    """The schedule's background in open hours."""
    grid_line: str
    grid_line_half: str
    closed: str
    closed_line: str
    lunch: str
    lunch_stripe: str
    blockout: str
    blockout_line: str
    blockout_text: str
    now: str
    on_now: str
    unconfirmed: Hue
    confirmed: Hue
    arrived: Hue
    seated: Hue
    dismissed: Hue
    late: Hue
    broken: Hue
    note: Hue
    """A note on the schedule."""
    chart: ChartColors


LIGHT = Tokens(
    name="light",
    dark=False,
    window="#f4f5f8",
    surface="#ffffff",
    raised="#ffffff",
    hover="#eceef3",
    pressed="#e0e4eb",
    hairline="#e2e5ea",
    line="#c4cad4",
    ink="#171c26",
    ink_2="#444d5c",
    ink_3="#5d6675",
    disabled="#9aa2af",
    accent="#2458d3",
    accent_hover="#1d49b3",
    on_accent="#ffffff",
    accent_soft="#e3ebfc",
    accent_text="#1f4fc0",
    alert="#c0261c",
    alert_ground="#fdebe9",
    money="#855400",
    good="#1a7438",
    grid="#ffffff",
    grid_line="#dde1e7",
    grid_line_half="#eef0f3",
    closed="#eceef2",
    closed_line="#e0e3e9",
    lunch="#f4f5f7",
    lunch_stripe="#e4e7ec",
    blockout="#f6f0e1",
    blockout_line="#e2d5b4",
    blockout_text="#6a5724",
    now="#d3271b",
    on_now="#ffffff",
    unconfirmed=Hue("#68717f", "#ffffff", "#f1f2f5", "#cdd2da", "#515a68"),
    confirmed=Hue("#1c66c9", "#ffffff", "#e5effb", "#b0cbee", "#1857ad"),
    arrived=Hue("#1a7d3c", "#ffffff", "#e0f3e5", "#a2d4b0", "#156330"),
    seated=Hue("#7644c4", "#ffffff", "#efe8fa", "#cbb6eb", "#6236a8"),
    dismissed=Hue("#566579", "#ffffff", "#e6eaef", "#c6ced8", "#4b596c"),
    late=Hue("#f0a81e", "#2f1f00", "#fff2d4", "#ecc774", "#7c4f00"),
    broken=Hue("#c0261c", "#ffffff", "#faf3f2", "#e8cfcc", "#a8241b"),
    note=Hue("#6a5724", "#ffffff", "#fdf9e3", "#e3d79e", "#6a5724"),
    chart=ChartColors(
        enamel="#fdfbf5",
        enamel_shade="#ece6d6",
        enamel_line="#837b68",
        root="#f1e4c6",
        root_behind="#dfcda6",
        root_line="#806f4b",
        gum="#f2b9b4",
        ghost="#8893a3",
        completed=ChartHue("#1d56b8", "#93bbf2", "#163f8a"),
        existing=ChartHue("#0a6b70", "#83cfd0", "#07494d"),
        elsewhere=ChartHue("#2e7a2f", "#a5d89a", "#1f5720"),
        planned=ChartHue("#c5281d", "#f6b1ab", "#97170e"),
        referred=ChartHue("#7640c6", "#d0b9f4", "#582a9c"),
        condition=ChartHue("#8a5800", "#eabb58", "#644000"),
    ),
)

DARK = Tokens(
    name="dark",
    dark=True,
    window="#14171c",
    surface="#1c2027",
    raised="#262b34",
    hover="#2b313b",
    pressed="#363d49",
    hairline="#2d323c",
    line="#475060",
    ink="#e9ecf2",
    ink_2="#b9c0cc",
    ink_3="#a0a9b7",
    disabled="#667080",
    accent="#7aa2ff",
    accent_hover="#94b5ff",
    on_accent="#0b1730",
    accent_soft="#25345a",
    accent_text="#9dbbff",
    alert="#ff8379",
    alert_ground="#43211f",
    money="#e8b45c",
    good="#6fcf8b",
    grid="#1a1e24",
    grid_line="#343a45",
    grid_line_half="#262b33",
    closed="#121519",
    closed_line="#23272e",
    lunch="#171a20",
    lunch_stripe="#262b33",
    blockout="#2e2919",
    blockout_line="#4d4427",
    blockout_text="#d8c48c",
    now="#ff6b60",
    on_now="#2b0805",
    unconfirmed=Hue("#98a2b1", "#12161c", "#282d36", "#424957", "#b6bdc9"),
    confirmed=Hue("#6ea8ff", "#081a33", "#1b2c47", "#35507a", "#9cc3ff"),
    arrived=Hue("#5cc880", "#06200f", "#19351f", "#2f603c", "#86dba2"),
    seated=Hue("#b394f2", "#1b0d36", "#2e2548", "#52437c", "#c9b3f8"),
    dismissed=Hue("#8797ad", "#10161e", "#22272f", "#3a424e", "#a9b5c6"),
    late=Hue("#f3b53f", "#2b1c00", "#3a2d12", "#6b5424", "#f5c86f"),
    broken=Hue("#ff8379", "#330a06", "#2a1f20", "#513634", "#ff9c94"),
    note=Hue("#d8c48c", "#1f1a0a", "#2b2819", "#4d4627", "#d8c48c"),
    chart=ChartColors(
        enamel="#d8d4c9",
        enamel_shade="#c3bdad",
        enamel_line="#6b6454",
        root="#b3a684",
        root_behind="#978a69",
        root_line="#463f2c",
        gum="#b46f6b",
        ghost="#7b8594",
        completed=ChartHue("#286bdd", "#84aeee", "#11357a"),
        existing=ChartHue("#0c7c82", "#6fc3c5", "#07494d"),
        elsewhere=ChartHue("#307f31", "#8fca84", "#184a19"),
        planned=ChartHue("#d62c20", "#f6bfba", "#7c0d06"),
        referred=ChartHue("#8657cd", "#d6c4f5", "#4c228a"),
        condition=ChartHue("#9d6300", "#ebc781", "#5a3900"),
    ),
)


class PaperInk(NamedTuple):
    """The colors for printing: independent of the theme, and legible on a black and white printer."""

    ink: str
    line: str
    shade: str
    sheet: str


PAPER = PaperInk(ink="#000000", line="#b4b4b4", shade="#e8e8e8", sheet="#ffffff")


def tokens_of(palette: QPalette) -> Tokens:
    """The theme that a palette was made from; used by widgets that paint themselves."""
    return DARK if palette.window().color().lightness() < 128 else LIGHT
