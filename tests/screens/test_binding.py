"""Whether the pinned PySide6 is safe on this Python."""

import sys

from PySide6.QtWidgets import QApplication


def test_emitting_leaves_true_alone(qapp: QApplication) -> None:
    """PySide6 6.12.0 takes a reference to True with each emit; Python 3.11 aborts at the last."""
    before = sys.getrefcount(True)
    for _ in range(100):
        qapp.applicationNameChanged.emit()
    assert sys.getrefcount(True) > before - 50
