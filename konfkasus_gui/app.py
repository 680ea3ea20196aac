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
PORTABLE = "data"
"""The folder beside a program on a stick that holds its archive."""
AFTER_THE_WINDOW = 100
"""ms from the first window to what it does not need: Qt's own words and the log."""


def main(arguments: Sequence[str]) -> int:
    """Run the program; the exit code."""
    if not arguments:
        return _run(None)
    from konfkasus_gui import options

    asked = options.read(arguments)
    if asked.self_test:
        return _test(asked.self_test)
    if asked.demo or asked.screens:
        return _demonstrate(asked.demo, asked.screens)
    return _run(asked.data, asked.backup)


def clock() -> datetime:
    """The local time of this PC; everybody else is told the time."""
    return datetime.now()  # noqa: TID251, DTZ005 - the one reader of the clock


def _test(result: Path) -> int:
    application = _prepare_unseen()
    from konfkasus_gui.self_test import run

    return run.self_test(application, result.absolute())


def _demonstrate(demo: Path | None, screens: Path | None) -> int:
    application = _prepare_unseen()
    from konfkasus_gui.demo import run
    from konfkasus_gui.errors import KonfKasusError

    try:
        if demo:
            run.demo(application, demo)
        if screens:
            run.screens(application, screens)
    except KonfKasusError as error:
        if sys.stderr is not None:  # the installed program on Windows has no console
            sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _prepare_unseen() -> "QApplication":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # pictures look the same on every machine
    application = prepare()
    from konfkasus_gui.screens import qt_words

    qt_words.install(application)
    gc.freeze()
    gc.enable()
    return application


def _run(data: Path | None, backup: Path | None = None) -> int:
    # before PySide6, which from then on reads the source of every module that is loaded
    from konfkasus_gui.archive.vault import Vault
    from konfkasus_gui.errors import KonfKasusError

    application = prepare()
    vault = Vault(data.absolute() if data else own_folder(_bundle()), clock=clock)
    with ExitStack() as held:
        try:
            held.enter_context(vault.claim())
            vault.check_room()
            program = begin(application, vault)
            held.callback(program.lock)
            if backup is not None:
                program.restore_from(backup.absolute())
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
    from PySide6.QtGui import QIcon

    from konfkasus_gui import logs
    from konfkasus_gui.archive.files import disk_faults_told
    from konfkasus_gui.screens import qt_words, theme
    from konfkasus_gui.screens.garbage import Collector

    application.setWindowIcon(QIcon(str(theme.RESOURCES / "konfkasus.svg")))
    qt_words.install(application)
    gc.freeze()  # what was loaded is left alone for good
    Collector(application)
    logs.leave_no_dump()
    logs.keep_temporary_files_in_memory()
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


def own_folder(program: Path | None) -> Path:
    """Where the archive lies: ``data`` beside ``program``, if somebody made that, or with the user.

    ``program`` is the installed program, None for one that runs from its source.
    """
    if program is not None and (beside := program.with_name(PORTABLE)).is_dir():
        return beside
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place))


def _bundle() -> Path | None:
    return Path(sys.executable) if getattr(sys, "frozen", False) else None
