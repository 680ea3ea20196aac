"""Makes the demo: an archive, every paper, and a picture of every screen."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import backups_in
from konfkasus_gui.archive.progress import silent
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.demo.neighbours import NEIGHBOURS, move_in
from konfkasus_gui.demo.pictures import Gallery
from konfkasus_gui.demo.screens import Screens
from konfkasus_gui.demo.story import Clock, Story
from konfkasus_gui.demo.transfer_screens import draw_transfer
from konfkasus_gui.demo.vault_screens import VaultScreens
from konfkasus_gui.documents import papers
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Account, School
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper, Role
from konfkasus_gui.screens.backups import Backups
from konfkasus_gui.screens.materials import materials
from konfkasus_gui.screens.session import Session

PASSPHRASE = "perahu kertas melintasi jendela"
BEGINNING = datetime(2026, 11, 2, 8, 15)  # noqa: DTZ001 - the story has no time zone
MEETING_DAY = date(2026, 11, 23)
INVITED = (
    DocumentKind.CLIENT_CONSENT,
    DocumentKind.GUARDIAN_CONSENT,
    DocumentKind.CONSENT_WITHDRAWAL,
    DocumentKind.SERVICE_PLAN,
    DocumentKind.INVITATION,
    DocumentKind.LETTER_RECEIPT,
    DocumentKind.POSTPONEMENT,
    DocumentKind.SECOND_INVITATION,
    DocumentKind.CANCELLATION,
    DocumentKind.CASE_SUMMARY,
    DocumentKind.ATTENDANCE_LIST,
    DocumentKind.PLEDGE,
    DocumentKind.CHAIR_SHEET,
)
FOLLOWED = (
    DocumentKind.MINUTES,
    DocumentKind.ADDENDUM,
    DocumentKind.OFFICIAL_REPORT,
    DocumentKind.COMMITMENT_SHEET,
    DocumentKind.EVALUATION_SHEET,
    DocumentKind.FOLLOW_UP_PLAN,
    DocumentKind.MONITORING_SHEET,
    DocumentKind.GUARDIAN_SUMMARY,
    DocumentKind.ACTIVITY_REPORT,
    DocumentKind.REFERRAL,
)
CLOSED = (DocumentKind.DESTRUCTION,)
PRINTED = (*INVITED, *FOLLOWED, *CLOSED)
"""All papers, in the order and at the moments in which the story needs them."""


def demo(application: QApplication, folder: Path) -> None:
    """The whole demo: ``dokumen``, ``layar`` and the archive that they come from."""
    qInstallMessageHandler(_hush)
    folder.mkdir(parents=True, exist_ok=True)
    with _archive(folder) as (session, clock):
        story = Story(session, clock)
        _walk(application, story, Gallery(folder / "layar", _say), _emptied(folder / "dokumen"))
    _say_line(
        _("Arsip contoh: {folder} (kata sandi: {passphrase})").format(
            folder=folder / "arsip-contoh", passphrase=PASSPHRASE
        )
    )


def screens(application: QApplication, folder: Path) -> None:
    """A picture of every screen, and the archive that they show."""
    qInstallMessageHandler(_hush)
    draw(application, folder, _say)


def draw(application: QApplication, folder: Path, say: Callable[[Path], None]) -> None:
    """The pictures and the archive of ``screens``; ``say`` is told the name of each picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with _archive(folder) as (session, clock):
        _walk(application, Story(session, clock), Gallery(folder, say), None)


def _walk(
    application: QApplication, story: Story, gallery: Gallery, papers_folder: Path | None
) -> None:
    """The story, with a picture of each screen, and the papers, when they tell most."""
    session, clock = story.session, story.clock
    backups = session.backups
    assert backups is not None
    around = VaultScreens(backups.vault, session, gallery)
    shown = Screens(application, session, gallery, around)
    around.first_start()
    shown.empty()
    story.set_up_school()
    shown.importing()
    story.import_students()
    shown.directory()
    for place, neighbour in enumerate(NEIGHBOURS[:-1]):
        move_in(session, neighbour, place)
    shown.choosing()
    story.open_case()
    shown.opening(story)
    story.accept_case()
    shown.planning_begins(story)
    story.plan()
    story.invite()
    _print(session, story, papers_folder, INVITED)
    move_in(session, NEIGHBOURS[-1], len(NEIGHBOURS))
    shown.planned(story)
    clock.now = datetime.combine(MEETING_DAY, time(9, 30))
    _back_up(backups)
    shown.meeting_day(story)
    story.come_together()
    story.talk()
    shown.meeting(story)
    story.close_meeting()
    story.correct_minutes()
    shown.minutes(story)
    story.evaluate()
    shown.evaluation(story)
    story.follow_up()
    story.refer()
    _print(session, story, papers_folder, FOLLOWED)
    shown.referral(story)
    shown.follow_up()
    story.look_after()
    shown.closing(story)
    story.close_case()
    _print(session, story, papers_folder, CLOSED)
    _print_register(session, papers_folder)
    _back_up(backups)
    draw_transfer(session, gallery, story.case_id)
    shown.closed(story)
    around.damage()


def _back_up(backups: Backups) -> None:
    """Make the backup that the program makes by itself once a day."""
    backups.made(backups.making()(silent))


def _print(
    session: Session, story: Story, folder: Path | None, kinds: Sequence[DocumentKind]
) -> None:
    """Each of ``kinds`` on F4 and on A4, filled in and as an empty form."""
    if folder is None:
        return
    held = materials(session, story.conference_id)
    for kind in kinds:
        number = f"{PRINTED.index(kind) + 1:02}"
        name = kind.label.replace("/", "-").replace(" ", "-")
        for paper in (Paper.F4, Paper.A4):
            _write(
                folder / f"{number}-{name}-{held.plan.case.code}-{paper.value}.pdf",
                papers.build(kind, replace(held, paper=paper)),
            )
            _write(
                folder / f"{number}-format-kosong-{name}-{paper.value}.pdf",
                papers.build_blank(kind, held.school, paper),
            )


def _print_register(session: Session, folder: Path | None) -> None:
    """The register of the letters of the story."""
    if folder is None:
        return
    from konfkasus_gui.documents.letter_book import letter_book
    from konfkasus_gui.documents.paper import Office

    counselor = session.account or Account(name="", created_at=session.now())
    for paper in (Paper.F4, Paper.A4):
        office = Office(
            school=session.school, counselor=counselor, dated=session.today(), paper=paper
        )
        year = MEETING_DAY.year
        _write(
            folder / f"{len(PRINTED) + 1}-buku-agenda-surat-keluar-{year}-{paper.value}.pdf",
            letter_book(office, session.lists.agenda(year), year),
        )


def _emptied(folder: Path) -> Path:
    """``folder`` without the papers of an earlier demo."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("[0-9][0-9]-*.pdf"):
        old.unlink()
    return folder


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _say(path)


@contextmanager
def _archive(folder: Path) -> Iterator[tuple[Session, Clock]]:
    """A new archive in ``arsip-contoh``; that of an earlier demo makes room, no other does.

    Raises:
        WrongPassphrase, ArchiveError: what is there is not an earlier demo's.
    """
    vault = Vault(folder / "arsip-contoh")
    with vault.claim():
        if vault.state is not State.EMPTY:
            vault.unlock(PASSPHRASE)
            for path in (vault.archive_path, vault.key_path, *_backups(vault)):
                path.unlink()
        key = vault.create(PASSPHRASE, RecoveryKey.create())
        clock = Clock(BEGINNING)
        with Archive.open(vault.archive_path, key) as archive:
            archive.save(School(name="SMP Negeri 1 Sukamaju"))
            account = archive.save(
                Account(name="Dra. Siti Aminah", role=Role.COORDINATOR, created_at=clock.now)
            )
            vault.finish()
            session = Session(archive, clock, account)
            session.backups = Backups(vault, key, session)
            yield session, clock


def _backups(vault: Vault) -> tuple[Path, ...]:
    return tuple(backup.path for backup in backups_in(vault.backup_folder))


def _hush(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what every window says that is not on a screen."""
    if sys.stderr is not None and not message.startswith("This plugin does not support"):
        sys.stderr.write(message + "\n")


def _say(path: Path) -> None:
    _say_line(str(path))


def _say_line(line: str) -> None:
    if sys.stdout is not None:  # the installed program on Windows has no console
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
