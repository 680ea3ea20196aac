"""What happens with errors that nobody caught: the world's are told, ours are logged."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _

log = logging.getLogger(__name__)


class Failures(QObject):
    """Shows each uncaught error once and calmly, never a second window over the first."""

    happened = Signal(object)
    """An error; carries it from whatever thread into the window's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.count = 0
        self.happened.connect(self._show)

    def install(self) -> None:
        """Be told of every uncaught error from now on, in any thread."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_beside

    def _caught(
        self, kind: type[BaseException], error: BaseException, frames: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, frames)
            return
        if not isinstance(error, KonfKasusError):
            self.count += 1
            log.error("failure %d", self.count, exc_info=(kind, error, frames))
        self.happened.emit(error)

    def _caught_beside(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _show(self, error: BaseException) -> None:
        from konfkasus_gui.screens import dialogs  # no first window needs them

        if self._showing:
            return
        self._showing = True
        try:
            if isinstance(error, KonfKasusError):
                dialogs.tell(QApplication.activeWindow(), str(error))
            else:
                dialogs.tell(
                    QApplication.activeWindow(),
                    _("Ada kekeliruan pada program; yang sudah tersimpan tetap aman."),
                    detail=_(
                        "Tutup jendela ini lalu lanjutkan. Bila terulang, sebutkan nomor {number} "
                        "dan kirimkan isi folder log di dalam folder arsip (lihat Pengaturan, "
                        "Tentang). Di dalamnya tidak ada nama."
                    ).format(number=self.count),
                )
        finally:
            self._showing = False


def install(parent: QObject) -> Failures:
    """Show uncaught errors as ``Failures`` does, as long as ``parent`` lives."""
    failures = Failures(parent)
    failures.install()
    return failures
