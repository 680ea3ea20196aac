"""Colours, type and shape of every screen, in a light and a dark set."""

from pathlib import Path
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

RESOURCES = Path(__file__).parents[2] / "resources"
BASE_POINTS = 10.0
LEAST_LINE = 20
"""px for the words of a control, so that with its edges it is 34 px high."""


class Colours(NamedTuple):
    """One set of colours, named by what they are for; text on each ground reaches 4.5:1."""

    name: str
    background: str
    surface: str
    line: str
    outline: str
    """The edge of a control; 3:1 against its ground."""
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_strong: str
    on_accent: str
    rail: str
    rail_current: str
    on_rail: str
    neutral_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    good: str
    good_soft: str


LIGHT = Colours(
    name="light",
    background="#F4F6F5",
    surface="#FFFFFF",
    line="#DCE2DF",
    outline="#89958F",
    text="#1B2422",
    muted="#5C6964",
    accent="#0F5E5A",
    accent_soft="#E2F0ED",
    accent_strong="#0B4A47",
    on_accent="#FFFFFF",
    rail="#0D2F2D",
    rail_current="#1A4F4B",
    on_rail="#DCE9E7",
    neutral_soft="#EDF0EF",
    warning="#8A5200",
    warning_soft="#FDF1DA",
    danger="#A8281E",
    danger_soft="#FBE8E6",
    good="#256B3A",
    good_soft="#E3F3E7",
)
DARK = Colours(
    name="dark",
    background="#121817",
    surface="#1B2322",
    line="#33403D",
    outline="#6F7E79",
    text="#E6ECEA",
    muted="#A3B0AB",
    accent="#6CCBBF",
    accent_soft="#17393A",
    accent_strong="#8EDCD2",
    on_accent="#06201E",
    rail="#0A1F1E",
    rail_current="#1A4441",
    on_rail="#DCE9E7",
    neutral_soft="#2A3533",
    warning="#F0B75A",
    warning_soft="#3A2C10",
    danger="#F5A39B",
    danger_soft="#431E1A",
    good="#8AD49E",
    good_soft="#17361F",
)


class Look(QObject):
    """The look in use; says when it has changed so that drawn pictures can follow."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours = LIGHT
        self.font_percent = 100
        self.forced: Qt.ColorScheme | None = None
        self.system_font: QFont | None = None

    def follow(self) -> None:
        """Draw everything in the system's colour scheme, or the one asked for."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        scheme = self.forced or app.styleHints().colorScheme()
        self.colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        app.setPalette(_palette(self.colours))
        line = max(LEAST_LINE, QFontMetrics(app.font()).height())
        app.setStyleSheet(_sheet(self.colours, self.font_percent, line))
        self.changed.emit()


_theme = Look()


def apply(app: QApplication, font_percent: int = 100, scheme: Qt.ColorScheme | None = None) -> None:
    """Give ``app`` our look; call again when ``font_percent`` (80 to 200) changes.

    The colours follow the system's scheme unless ``scheme`` names one.
    """
    if _theme.system_font is None:
        _theme.system_font = _usable_font(app)
        app.styleHints().colorSchemeChanged.connect(_theme.follow)
    font = QFont(_theme.system_font)
    font.setPointSizeF(points(BASE_POINTS, font_percent))
    app.setFont(font)
    _theme.font_percent = font_percent
    _theme.forced = scheme
    _theme.follow()


def colours() -> Colours:
    """The set in use."""
    return _theme.colours


def colour(role: str) -> QColor:
    """The colour in use for ``role``, a field of ``Colours``."""
    return QColor(getattr(_theme.colours, role))


def points(size: float, font_percent: int | None = None) -> float:
    """``size`` points at 100 %, as they are drawn at the chosen percentage."""
    return round(size * (font_percent or _theme.font_percent) / 100, 1)


def scaled(pixels: int) -> int:
    """``pixels`` at 100 %, as they are at the chosen font percentage; never less."""
    return round(pixels * max(100, _theme.font_percent) / 100)


def finest() -> float:
    """Device pixels per logical pixel on the sharpest screen: a picture so fine suits each."""
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


def watch() -> Look:
    """The object whose ``changed`` signal says that colours or font size are others now."""
    return _theme


def large_sheet() -> str:
    """For a window that people read from two metres: more than a hand's width for a line of text.

    What is read gets 26 points, what is only pressed 15; the colours stay.
    """
    return Template((RESOURCES / "style" / "large.qss").read_text(encoding="utf-8")).substitute(
        read=f"{points(26, 100)}pt", pressed=f"{points(15, 100)}pt", told=f"{points(13, 100)}pt"
    )


def mark(widget: QWidget, **properties: object) -> None:
    """Set style properties such as ``kind="primary"`` and draw ``widget`` accordingly."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return  # polishing anew would lay out and paint the whole page
    for name, value in properties.items():
        widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # the first polish is still to come
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _usable_font(app: QApplication) -> QFont:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Latin):
        for file in sorted((RESOURCES / "fonts").glob("LiberationSans-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        return QFont("Liberation Sans")
    return QFont(app.font())


def _sheet(colours: Colours, font_percent: int, line: int) -> str:
    sizes = {f"pt{size}": f"{points(size, font_percent)}pt" for size in (9, 10, 11, 12, 15, 16)}
    template = (RESOURCES / "style" / "konfkasus.qss").read_text(encoding="utf-8")
    pictures = (RESOURCES / "style" / colours.name).as_posix()
    mark = round(18 * max(100, font_percent) / 100)
    marks = {"mark_px": f"{mark}px", "mark_round_px": f"{mark // 2}px"}
    return Template(template).substitute(
        colours._asdict(), pictures=pictures, line_px=f"{line}px", **marks, **sizes
    )


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, colours.background),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.background),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.text),
        (role.ToolTipText, colours.surface),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.outline),
        (role.Shadow, colours.outline),
    ):
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.muted))
    return palette
