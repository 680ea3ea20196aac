"""The one drawing of the icon, as every size and format that a system asks for.

`python packaging/bundle/icon.py FOLDER` writes ``konfkasus.ico``, ``konfkasus-SIZE.png`` and
``konfkasus-side.bmp``, the strip beside the first and the last page of the Windows setup.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[2] / "resources" / "konfkasus.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels: what Windows shows in lists, on the task bar and on the desktop, up to 250 %."""


SIDE = (164, 314)
"""Pixels that NSIS asks for."""
GROUND = "#0D2F2D"
"""The colour of the rail at the left of the program."""


def drawn(renderer: QSvgRenderer, size: int) -> bytes:
    """A PNG of ``size`` × ``size`` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(device, "PNG")
    return bytes(device.data().data())


def write(folder: Path) -> Path:
    """Write all pictures into ``folder``; the path of the Windows icon."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(DRAWING))
    if not renderer.isValid():
        raise ValueError(f"{DRAWING.name} cannot be drawn")
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: drawn(renderer, size) for size in SIZES}
    for size, content in pictures.items():
        (folder / f"konfkasus-{size}.png").write_bytes(content)
    *smaller, largest = [Image.open(BytesIO(content)) for content in pictures.values()]
    path = folder / "konfkasus.ico"
    largest.save(path, sizes=[(size, size) for size in SIZES], append_images=smaller)
    _side(largest).save(folder / "konfkasus-side.bmp")
    del application
    return path


def _side(icon: Image.Image) -> Image.Image:
    strip = Image.new("RGB", SIDE, GROUND)
    small = icon.resize((96, 96), Image.Resampling.LANCZOS)
    strip.paste(small, ((SIDE[0] - small.width) // 2, 40), small)
    return strip


if __name__ == "__main__":
    write(Path(sys.argv[1]))
