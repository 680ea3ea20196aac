"""Line icons (Lucide), tinted in the colours of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from konfkasus_gui.screens import theme

FOLDER = theme.RESOURCES / "icons"
SIZES = (16, 18, 20, 24, 32, 40, 48)
"""Physical pixels: 16 to 24 px at 100 to 200 %, or the next above."""


def icon(name: str, colour: str = "text", size: int = 0, *, gap: int = 0) -> QIcon:
    """The icon in ``resources/icons``, in the theme's colour for ``colour`` as it is now.

    It is drawn for ``size`` logical pixels alone, or without one in all sizes that we use; ``gap``
    logical pixels at its right stay empty, before the words of a button.

    Raises:
        KeyError: there is no such icon.
    """
    colours = theme.colours()
    ratio = theme.finest() if size else 1.0
    sizes = (round(size * ratio),) if size else SIZES
    room = round(gap * ratio)
    return _icon(name, getattr(colours, colour), colours.muted, sizes, room, ratio)


def pixmap(name: str, colour: str = "text", size: int = 20) -> QPixmap:
    """One picture of ``size`` logical pixels, fine enough for the sharpest screen."""
    ratio = theme.finest()
    return _drawn(name, getattr(theme.colours(), colour), round(size * ratio), 0, ratio)


@cache
def _icon(
    name: str, colour: str, disabled: str, sizes: tuple[int, ...], gap: int, ratio: float
) -> QIcon:
    tinted = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for pixels in sizes:
            tinted.addPixmap(_drawn(name, tint, pixels, gap, ratio), mode)
    return tinted


@cache
def _drawn(name: str, colour: str, pixels: int, gap: int, ratio: float) -> QPixmap:
    source = _renderer(name, colour)
    picture = QPixmap(pixels + gap, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    source.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))


@cache
def _source(name: str) -> bytes:
    file = FOLDER / f"{name}.svg"
    if not file.is_file():
        raise KeyError(name)
    return file.read_bytes()
