"""All checks, a line each in a file: an installed program on Windows has no console."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from traceback import extract_tb

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from konfkasus_gui.archive.files import disk_faults_told
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _
from konfkasus_gui.self_test import keeping, papers, parts, windows
from konfkasus_gui.self_test.fault import Fault

CHECKS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    (N_("bagian program"), parts.check),
    (N_("Argon2id"), keeping.stretching),
    (N_("arsip terenkripsi"), keeping.archive),
    (N_("pencarian kata"), keeping.searching),
    (N_("migrasi"), keeping.migrating),
    (N_("cadangan"), keeping.backups),
    (N_("dokumen PDF"), papers.paper),
    (N_("pencetakan"), papers.printing),
    (N_("berkas Excel"), papers.spreadsheet),
    (N_("semua jendela"), windows.check),
)
"""What is looked at, in this order; each check gets the same empty folder to work in."""
QUIET = "This plugin does not support"


def self_test(_application: QApplication, result: Path) -> int:
    """Write a line per check to ``result`` as it ends, and last the verdict; the exit code.

    Nothing but ``result`` is left behind. 0: all is well. 1: something is not. 2: ``result``
    cannot be written.
    """
    try:
        with disk_faults_told():
            result.write_text("", encoding="utf-8")
    except KonfKasusError:
        return 2
    faults = 0
    said: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith(QUIET):
            said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        # a file may still be held for a moment by a virus scanner, which is no fault of ours
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            for name, check in CHECKS:
                well, line = _tried(_(name), check, Path(folder))
                faults += not well
                _add(result, line)
    finally:
        qInstallMessageHandler(before)
    for message in dict.fromkeys(said):
        _add(result, f"Qt: {message}")
    _add(result, _("HASIL: gagal") if faults else _("HASIL: baik"))
    return 1 if faults else 0


def _tried(name: str, check: Callable[[Path], str], place: Path) -> tuple[bool, str]:
    begun = perf_counter()
    try:
        found = check(place)
    except (Fault, KonfKasusError) as error:
        return False, _("gagal  {name}: {why}").format(name=name, why=error)
    except Exception as error:  # noqa: BLE001 - whatever is broken becomes a line, and the rest goes on
        frame = extract_tb(error.__traceback__)[-1]
        place_in_code = f"{Path(frame.filename).name}:{frame.lineno}"
        why = f"{type(error).__name__} {error} ({place_in_code})"
        return False, _("gagal  {name}: {why}").format(name=name, why=why)
    seconds = perf_counter() - begun
    return True, _("baik   {name}: {found} ({seconds:.1f} s)").format(
        name=name, found=found, seconds=seconds
    )


def _add(result: Path, line: str) -> None:
    with result.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
