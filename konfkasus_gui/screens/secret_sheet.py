"""Prints a sheet of secret words, which is kept nowhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.screens.background import Task
from konfkasus_gui.screens.widgets.notice import Notice


def print_sheet(page: QWidget, sheet: Callable[[], bytes], outcome: Notice, printed: str) -> None:
    """Ask for a printer and print the A4 ``sheet``; ``outcome`` then says ``printed``, or why not.

    The name of the job in the queue tells nothing; of the sheet no copy stays.
    """
    from konfkasus_gui.screens import printing  # takes long to load, and seldom is anything printed

    printer = printing.printer_for(printing.A4, _("KonfKasus"))
    try:
        if not printing.ask_printer(printer, page):
            return
    except KonfKasusError as error:
        outcome.say(str(error), "warning")
        return

    def fail(error: Exception) -> None:
        if not isinstance(error, KonfKasusError):
            raise error
        outcome.say(str(error), "danger")

    task = Task(page, printing.printing(sheet(), printer))
    task.finished.connect(lambda _done: outcome.say(printed, "good"))
    task.failed.connect(fail)
    task.start()
