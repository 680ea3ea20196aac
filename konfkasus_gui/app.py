"""Wires the parts: arguments, folder, log, clock, unlocking, main window."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from konfkasus_gui import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from konfkasus_gui.archive.vault import Vault
    from konfkasus_gui.screens.program import Program

ORGANISATION = "KonfKasus"
AFTER_THE_WINDOW = 100
"""ms from the first window to what it does not need: Qt's own words and the log."""


def main(arguments: Sequence[str]) -> int:
    """Run the program; the exit code."""
    if not arguments:
        return _run(None)
    from konfkasus_gui import options

    asked = options.read(arguments)
    if asked.demo or asked.screens:
        return _demonstrate(asked.demo, asked.screens)
    return _run(asked.data)


def clock() -> datetime:
    """The local time of this PC; everybody else is told the time."""
    return datetime.now()  # noqa: TID251, DTZ005 - the one reader of the clock


def _demonstrate(demo: Path | None, screens: Path | None) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # pictures look the same on every machine
    from konfkasus_gui.demo import run
    from konfkasus_gui.errors import KonfKasusError
    from konfkasus_gui.screens import qt_words

    application = prepare()
    qt_words.install(application)
    gc.freeze()
    gc.enable()
    try:
        if demo:
            run.demo(application, demo)
        if screens:
            run.screens(application, screens)
    except KonfKasusError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _run(data: Path | None) -> int:
    # before PySide6, which from then on reads the source of every module that is loaded
    from konfkasus_gui.archive.vault import Vault
    from konfkasus_gui.errors import KonfKasusError

    application = prepare()
    vault = Vault(data.absolute() if data else _own_folder(), clock=clock)
    with ExitStack() as held:
        try:
            held.enter_context(vault.claim())
            vault.check_room()
            held.callback(begin(application, vault).lock)
        except KonfKasusError as error:
            from konfkasus_gui.screens import dialogs, qt_words

            qt_words.install(application)
            dialogs.tell(None, str(error))
            return 1
        return application.exec()


def begin(application: "QApplication", vault: "Vault") -> "Program":
    """Show the first window; what it does not need is loaded once it stands."""
    from PySide6.QtCore import QTimer

    from konfkasus_gui.screens import failures
    from konfkasus_gui.screens.program import Program

    failures.install(application)
    program = Program(vault, clock)
    program.start()
    QTimer.singleShot(AFTER_THE_WINDOW, partial(_settle, application, vault.log_folder))
    return program


def _settle(application: "QApplication", log_folder: Path) -> None:
    from konfkasus_gui import logs
    from konfkasus_gui.archive.files import disk_faults_told
    from konfkasus_gui.screens import qt_words
    from konfkasus_gui.screens.garbage import Collector

    qt_words.install(application)
    gc.freeze()  # what was loaded is left alone for good
    Collector(application)
    logs.leave_no_dump()
    with disk_faults_told():
        log_folder.mkdir(exist_ok=True)
        logs.write_to(log_folder)


def prepare() -> "QApplication":
    """The application in our look; garbage is not collected while the program starts.

    What is loaded stays anyway, and looking through it again and again costs a tenth of the start.
    """
    gc.disable()
    from PySide6.QtWidgets import QApplication

    from konfkasus_gui.screens import theme

    # the same look everywhere; asking for it here spares making a style only to replace it
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName(ORGANISATION)
    application.setApplicationVersion(__version__)
    theme.apply(application)
    return application


def _own_folder() -> Path:
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place))
