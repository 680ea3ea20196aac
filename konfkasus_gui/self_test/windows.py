"""Every window opens once, unseen: those of a whole made-up case, and those beside it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from typing_extensions import override

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.demo.pictures import put_away, settle
from konfkasus_gui.demo.run import PASSPHRASE, draw
from konfkasus_gui.demo.sample import SAMPLE
from konfkasus_gui.documents import papers
from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter import Document, fingerprint
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.school import Account, School
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper
from konfkasus_gui.screens.paper_window import PaperWindow
from konfkasus_gui.screens.session import Session
from konfkasus_gui.self_test.fault import require

OWN = "konfkasus_gui."
NOW = datetime(2027, 3, 2, 8, 15)  # noqa: DTZ001 - after the made-up case


class Watch(QObject):
    """Remembers the kinds of the windows that were shown while it watched."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.shown: set[type] = set()
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.add(type(watched))
        return False


def check(place: Path) -> str:
    """Draw all screens of a whole case, then open what the case does not lead to."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    watch = Watch(application)
    pictures: list[Path] = []
    draw(application, place / "layar", pictures.append)
    require(pictures and all(path.stat().st_size for path in pictures), _("layar tidak tergambar"))
    for window in _beside(place / "layar" / "arsip-contoh", place):
        window.show()
        settle()
        while isinstance(window, PaperWindow) and window.busy:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        put_away(window)
    application.removeEventFilter(watch)
    unseen = sorted(kind.__name__ for kind in windows() if kind not in watch.shown)
    require(not unseen, _("tidak terbuka: {names}").format(names=", ".join(unseen)))
    return _("{count} layar").format(count=len(pictures))


def windows() -> set[type]:
    """The kinds of windows that are loaded, without those that others are built on."""
    return {kind for base in (QDialog, QMainWindow) for kind in _leaves(base)}


def _leaves(kind: type) -> Iterator[type]:
    below: list[type] = kind.__subclasses__()
    if not below and kind.__module__.startswith(OWN):
        yield kind
    for one in below:
        yield from _leaves(one)


def _beside(folder: Path, place: Path) -> Iterator[QWidget]:
    """The windows that the case does not lead to; each is closed before the next opens."""
    from konfkasus_gui.screens.background import Task
    from konfkasus_gui.screens.broken import BrokenWindow
    from konfkasus_gui.screens.case_page.referral_window import ReferralWindow
    from konfkasus_gui.screens.planning.scan_window import ScanWindow
    from konfkasus_gui.screens.registry.loose_paper import LoosePaperWindow, open_blank
    from konfkasus_gui.screens.restoring import RestoreWindow
    from konfkasus_gui.screens.settings.about import LicenceWindow
    from konfkasus_gui.screens.settings.account_window import AccountWindow
    from konfkasus_gui.screens.settings.recovery_wizard import RecoveryWizard
    from konfkasus_gui.screens.transfer.versions_window import VersionsWindow
    from konfkasus_gui.screens.widgets.progress import ProgressWindow

    vault = Vault(folder)
    key = vault.unlock(PASSPHRASE).key
    parent = QWidget()
    content = papers.build_blank(DocumentKind.MINUTES, School(name=""), Paper.F4)
    with Archive.open(vault.archive_path, key) as archive:
        account = archive.get(Account, 1)
        session = Session(archive, _now, account)
        [conference, *_more] = archive.every(Conference)
        yield ReferralWindow(session, conference.id, parent)
        yield VersionsWindow(session, parent, conference.case_id)
        yield open_blank(session, DocumentKind.MINUTES, parent)
        yield LoosePaperWindow(session, _("Hanya contoh"), lambda: content, parent)
        yield ScanWindow(session, _scan(conference), parent)
        yield AccountWindow(vault, session, key, account, parent)
        yield RecoveryWizard(vault, session, key, parent)
        yield LicenceWindow(parent)
        session.lock()
    yield ProgressWindow(parent, _("Memeriksa…"), Task(parent, _nothing))
    yield RestoreWindow(vault, _now, place / "tidak-ada.kkbackup", parent)
    yield BrokenWindow(_("Hanya contoh."), None, readable=True)
    put_away(parent)


def _scan(conference: Conference) -> Document:
    content = (SAMPLE / "logo-sekolah.png").read_bytes()
    return Document(
        case_id=conference.case_id,
        kind=DocumentKind.CLIENT_CONSENT,
        title="",
        content=content,
        sha256=fingerprint(content),
        kept_at=NOW,
    )


def _now() -> datetime:
    return NOW


def _nothing(_report: object) -> None:
    """No work: the window is only looked at."""
