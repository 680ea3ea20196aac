"""Content of a scrolling page."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Flowing(QWidget):
    """As high as its words need at the width they really have, not at the narrowest one."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
