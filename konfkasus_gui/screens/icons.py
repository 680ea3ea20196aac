"""Line icons (Lucide), tinted in the colours of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from konfkasus_gui.screens import theme

FOLDER = theme.RESOURCES / "icons"
SIZES = (16, 18, 20, 24, 27, 32, 36, 40, 48, 64)
"""Physical pixels: 16, 18, 20 and 24 px at 100, 125, 150 and 200 %, or the next above."""


def icon(name: str, colour: str = "text") -> QIcon:
    """The icon in ``resources/icons``, in the theme's colour for ``colour`` as it is now.

    Raises:
        KeyError: there is no such icon.
    """
    colours = theme.colours()
    return _icon(name, getattr(colours, colour), colours.muted)


def pixmap(name: str, colour: str = "text", size: int = 20, ratio: float = 1.0) -> QPixmap:
    """One picture of ``size`` logical pixels for a screen of ``ratio`` device pixels each."""
    return _drawn(name, getattr(theme.colours(), colour), round(size * ratio), ratio)


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    tinted = QIcon()
    for size in SIZES:
        tinted.addPixmap(_drawn(name, colour, size))
        tinted.addPixmap(_drawn(name, disabled, size), QIcon.Mode.Disabled)
    return tinted


@cache
def _drawn(name: str, colour: str, pixels: int, ratio: float = 1.0) -> QPixmap:
    source = _source(name).replace(b"currentColor", colour.encode())
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _source(name: str) -> bytes:
    file = FOLDER / f"{name}.svg"
    if not file.is_file():
        raise KeyError(name)
    return file.read_bytes()
