import gc
import threading

import pytest
from PySide6.QtCore import QObject

from konfkasus_gui.screens.garbage import Collector


class Ring:
    """Garbage that only a collection finds; says in which thread it died."""

    def __init__(self, died):
        self.itself = self
        self.died = died

    def __del__(self):
        self.died.append(threading.current_thread())


@pytest.fixture
def collector(qapp):
    parent = QObject()
    yield Collector(parent)
    parent.deleteLater()
    gc.enable()


def test_garbage_dies_in_the_thread_of_the_window_however_busy_another_is(qtbot, collector):
    died = []
    Ring(died)
    busy = threading.Thread(target=lambda: [Ring([]) for _number in range(20_000)])
    busy.start()
    busy.join()
    assert died == []
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.main_thread()]
