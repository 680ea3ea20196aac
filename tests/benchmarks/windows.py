"""Small programs that a benchmark starts on their own: each prints one line of figures."""

import json
import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[2]))


def resident_mib() -> float:
    """The memory that this process holds in RAM."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    [line] = [line for line in lines if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def empty() -> dict[str, float]:
    """An empty PySide6 window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.show()
    application.processEvents()
    return {"memory": resident_mib()}


def locked(folder: str) -> dict[str, float]:
    """The program at a usual start: its first window asks for the passphrase."""
    from konfkasus_gui import app
    from konfkasus_gui.archive.vault import Vault

    application = app.prepare()
    program = app.begin(application, Vault(Path(folder)))
    application.processEvents()
    assert program.window is not None
    return {"memory": resident_mib()}


def unlocked(folder: str, passphrase: str) -> dict[str, float]:
    """The open archive on its first page, reached by typing the passphrase.

    ``seconds`` go from the click to the painted window, less what Argon2id takes by itself.
    """
    from konfkasus_gui import app
    from konfkasus_gui.archive.vault import Vault

    application = app.prepare()
    from PySide6.QtCore import QEventLoop

    from konfkasus_gui.screens.unlock import UnlockWindow

    vault = Vault(Path(folder))
    program = app.begin(application, vault)
    application.processEvents()
    window = program.window
    assert isinstance(window, UnlockWindow)
    window.passphrase.setText(passphrase)
    for _turn in range(50):  # typing takes seconds; what is loaded meanwhile is loaded
        application.processEvents()
    begun = time.perf_counter()
    window.open.click()
    waiting = QEventLoop.ProcessEventsFlag.WaitForMoreEvents  # a busy loop would slow Argon2id
    while program.session is None:
        application.processEvents(waiting)
    application.processEvents()
    seconds = time.perf_counter() - begun
    for _turn in range(20):
        application.processEvents()
    memory = resident_mib()
    program.lock()
    begun = time.perf_counter()
    vault.unlock(passphrase)
    return {"memory": memory, "seconds": seconds - (time.perf_counter() - begun)}


if __name__ == "__main__":
    figures = {"empty": empty, "locked": locked, "unlocked": unlocked}[sys.argv[1]](*sys.argv[2:])
    sys.stdout.write(json.dumps(figures) + "\n")
