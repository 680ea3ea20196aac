"""The open archive as screens see it: one owner, one signal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.lists import Lists
from konfkasus_gui.archive.register import Register
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure import deletion, follow_on, keeping
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.deletion import Deletion
from konfkasus_gui.procedure.evaluation import Appraisal
from konfkasus_gui.procedure.follow_on import Earlier
from konfkasus_gui.procedure.follow_up import Action, FollowUp
from konfkasus_gui.procedure.keeping import Ground
from konfkasus_gui.procedure.meeting import Meeting, written
from konfkasus_gui.procedure.planning import Bookmark, Plan
from konfkasus_gui.procedure.proceedings import Commitment, Contribution
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Account, School, Student
from konfkasus_gui.procedure.traces import trace_of
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens.text_history import TextHistory
from konfkasus_gui.screens.undoing import Undoing

if TYPE_CHECKING:
    from konfkasus_gui.screens.backups import Backups
    from konfkasus_gui.screens.text_checks import TextChecks

R = TypeVar("R", bound=Record)
A = TypeVar("A", Plan, Meeting, Appraisal, FollowUp)


class Session(QObject):
    """Reads and saves for every screen, and says what changed.

    ``clock`` gives the local time; ``account`` is who unlocked the archive; ``backups`` are there
    once whoever owns the keys has given them; ``undoing`` offers what was just removed,
    ``texts`` remembers what stood in each field before.
    """

    changed = Signal(object)
    """The record as it is now, or as it was before it was removed; ``None`` after ``refresh``."""
    brought_back = Signal(object)
    """The record that was removed and is there again; ``changed`` has told of it before."""
    leaving = Signal(object)
    """A list: forms keep what is typed, and those that cannot add their error to it."""
    given_up = Signal()
    """What is typed and could not be kept is wanted no longer."""
    locked = Signal()
    unreadable = Signal()
    """A page of the archive could not be read: whoever keeps the backups looks at all of it."""

    def __init__(
        self, archive: Archive, clock: Callable[[], datetime], account: Account | None = None
    ) -> None:
        super().__init__()
        self.archive = archive
        archive.when_unreadable(self.unreadable.emit)
        self.now = clock
        self.account = account
        self.backups: Backups | None = None
        self._read: dict[tuple[type, int], object] = {}
        self._school: School | None = None
        self._text_checks: TextChecks | None = None
        self._waiting: list[Record] | None = None
        self._known: set[tuple[object, ...]] = set()
        self.undoing = Undoing(self)
        self.texts = TextHistory()

    @property
    def lists(self) -> Lists:
        """Lines for the list screens."""
        return self.archive.lists

    @property
    def register(self) -> Register:
        """Case codes and letter numbers."""
        return self.archive.register

    @property
    def school(self) -> School:
        """The school whose archive this is."""
        if self._school is None:
            [self._school] = self.archive.every(School)
        return self._school

    @property
    def text_checks(self) -> "TextChecks":
        """What is marked in the texts of cases while they are typed."""
        if self._text_checks is None:
            from konfkasus_gui.screens.text_checks import TextChecks

            self._text_checks = TextChecks(self)
        return self._text_checks

    def today(self) -> date:
        """The date of this PC."""
        return self.now().date()

    def get(self, kind: type[R], record_id: int) -> R:
        """The value of ``kind`` that was kept under ``record_id``."""
        return self.archive.get(kind, record_id)

    def student_of(self, plan: Plan) -> Student:
        """The client; ask only where the name may be seen."""
        return self.archive.get(Student, plan.case.student_id)

    def plan(self, conference_id: int) -> Plan:
        """Stage 1, read once until something is saved (QWizard asks very often)."""
        return self._cached(Plan, conference_id, self.archive.plan)

    def meeting(self, conference_id: int) -> Meeting:
        """Stage 2, read once until something is saved."""
        return self._cached(Meeting, conference_id, self.archive.meeting)

    def appraisal(self, conference_id: int) -> Appraisal:
        """Stage 3, read once until something is saved."""
        return self._cached(Appraisal, conference_id, self.archive.appraisal)

    def follow_up(self, conference_id: int) -> FollowUp:
        """Stage 4, read once until something is saved."""
        return self._cached(FollowUp, conference_id, self.archive.follow_up)

    def earlier(self, conference_id: int) -> Earlier | None:
        """What the meeting before this one hands on; None for the first meeting of a case."""
        own = self.plan(conference_id).conference
        if own.number == 1:
            return None
        before = [one for one in self.lists.conferences(own.case_id) if one.number < own.number]
        held = [one for one in before if one.opened_at is not None]
        return follow_on.earlier(self.follow_up(held[-1].id)) if held else None

    def save(self, value: R) -> R:
        """Keep ``value`` and tell every screen; the history learns of it once a day.

        Raises:
            CaseNotOpen, MinutesFinal: see ``keeping.require_changeable``.
        """
        ground = self.archive.ground(value)
        if ground is not None:
            keeping.require_changeable(ground, value)
        with self._traced(value, ground, removed=False):
            kept = self.archive.save(value)
            self._write(kept)
        self._tell(kept, read=True)
        return kept

    def remove(self, value: Record) -> None:
        """Remove ``value`` and tell every screen; it can be brought back for thirty days.

        Screens are told of the ``Deletion`` as well, by which it comes back.

        Raises:
            CaseNotOpen, MinutesFinal, StillNeeded: see ``keeping.require_removable``.
        """
        ground = self.archive.ground(value)
        if ground is not None:
            keeping.require_removable(ground, value)
        bin_ = self.archive.bin
        if not deletion.worth_keeping(value, hangs_on=bin_.hangs_on(value)):
            with self._traced(value, ground, removed=True):
                self.archive.remove(value)
            self._forget()
            self._tell(value)
            return
        draft = Deletion(
            removed_at=self.now(),
            account_id=self.account.id if self.account else None,
            case_id=ground.case.id if ground is not None else None,
            kind=deletion.kind_of(value),
            title=deletion.title_of(value, self._deed(value)),
        )
        with self.together():
            kept = bin_.remove(value, draft)
            self._forget()
            self._tell(value)
            self._tell(kept)
            self.note(Deed.REMOVED, kept.case_id, kept.kind.label)

    def bring_back(self, deletion_id: int) -> Record:
        """Bring back what was removed, and all that was removed with it; tell every screen.

        Raises:
            CaseNotOpen, MinutesFinal: see ``keeping.require_changeable``.
            NotRestorable: what it belongs to is gone, or something has taken its place.
            LookupError: it came back already, or was forgotten.
        """
        with self.together():
            kind, record_id = self.archive.bin.restore(deletion_id)
            self._forget()
            back = self.archive.get(kind, record_id)
            ground = self.archive.ground(replace(back, id=0))
            if ground is not None:
                keeping.require_changeable(ground, back)
            self._tell(back)
            if isinstance(back, Contribution | Commitment):
                meeting = self.archive.meeting(back.conference_id)
                for stale in deletion.contradicted(meeting, back):
                    self.archive.remove(stale)
            case_id = ground.case.id if ground is not None else None
            self.note(Deed.BROUGHT_BACK, case_id, deletion.kind_of(back).label)
        self.brought_back.emit(back)
        return back

    def forget_removed(self) -> int:
        """Forget for good what has waited for thirty days to be brought back; how much it was."""
        return self.archive.bin.purge(deletion.expired_before(self.now()))

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is saved inside is kept and told at the end, or none of it."""
        if self._waiting is not None:
            yield
            return
        self._waiting = []
        try:
            with self.archive.together():
                yield
        except BaseException:
            self._known.clear()  # of what was undone the history knows nothing
            self._waiting = None
            self._forget()
            raise
        waiting, self._waiting = self._waiting, None
        if not all(isinstance(value, (*keeping.MINUTED, AuditEvent)) for value in waiting):
            self._forget()
        for value in waiting:
            self.changed.emit(value)

    def refresh(self) -> None:
        """Read everything anew: a worker's thread has changed the archive."""
        self._forget()
        self.changed.emit(None)

    def keep_typed(self) -> list[KonfKasusError]:
        """Let every form keep what is typed; why some could not, and go on waiting."""
        refusals: list[KonfKasusError] = []
        self.leaving.emit(refusals)
        return refusals

    def lock(self) -> None:
        """Let every form keep what is typed, close what shows the archive, forget what was read."""
        self.keep_typed()
        self.locked.emit()
        self.texts.forget()
        self._forget()

    def note(self, deed: Deed, case_id: int | None = None, note: str = "") -> None:
        """Write one line into the history; ``note`` names counts or kinds, never a client."""
        self.save(self.history_line(deed, case_id, note))

    def note_daily(self, deed: Deed, case_id: int | None = None, note: str = "") -> None:
        """Write one line as ``note`` does, unless this account has the same line of today."""
        today = self.today()
        account_id = self.account.id if self.account else None
        line = (deed, account_id, case_id, note, today)
        if line in self._known:
            return
        if not self.archive.history.knows(deed, account_id, case_id, note, today):
            self.note(deed, case_id, note)
        self._known.add(line)

    def history_line(self, deed: Deed, case_id: int | None = None, note: str = "") -> AuditEvent:
        """A line for the history as ``note`` writes it, for work in another thread to keep."""
        return AuditEvent(
            at=self.now(),
            account_id=self.account.id if self.account else None,
            case_id=case_id,
            deed=deed,
            note=note,
        )

    def bookmark(self, conference_id: int, stage: Word) -> str:
        """The name of the step at which the wizard of ``stage`` stopped; empty at first."""
        return self._bookmark(conference_id, stage).step

    def set_bookmark(self, conference_id: int, stage: Word, step: str) -> None:
        """Remember where the wizard of ``stage`` stands."""
        marked = self._bookmark(conference_id, stage)
        if marked.step != step:
            self.save(replace(marked, step=step))

    def finish_stage(self, conference_id: int, stage: Word) -> None:
        """Remember that ``stage`` was finished today; the first time it counts."""
        marked = self._bookmark(conference_id, stage)
        if marked.finished_on is None:
            with self.together():
                self.save(replace(marked, finished_on=self.today()))
                self.note(Deed.STAGE_FINISHED, self.plan(conference_id).case.id, stage.label)

    @contextmanager
    def _traced(self, value: Record, ground: Ground | None, *, removed: bool) -> Iterator[None]:
        """Both the change that is made inside and its line in the history, or neither."""
        words = trace_of(value)
        unchanged = not removed and ground is not None and ground.before == value
        if not words or unchanged:
            yield
            return
        case_id = ground.case.id if ground is not None else getattr(value, "case_id", None)
        with self.together():
            yield
            self.note_daily(Deed.CHANGED, case_id, words)

    def _deed(self, value: Record) -> str:
        """What an action would do: an action that keeps a commitment has no words of its own."""
        if not isinstance(value, Action):
            return ""
        return self.follow_up(value.conference_id).deed(value)

    def _bookmark(self, conference_id: int, stage: Word) -> Bookmark:
        return self.plan(conference_id).bookmark(stage)

    def _cached(self, kind: type[A], conference_id: int, read: Callable[[int], A]) -> A:
        found = self._read.get((kind, conference_id))
        if not isinstance(found, kind):
            found = self._read[kind, conference_id] = read(conference_id)
        return found

    def _write(self, kept: Record) -> None:
        """What was read follows what was kept; a meeting of thousands of lines is not read anew."""
        if isinstance(kept, AuditEvent):
            return
        meeting: Meeting | None = None
        if isinstance(kept, keeping.MINUTED):
            read = self._read.get((Meeting, kept.conference_id))
            meeting = written(read, kept) if isinstance(read, Meeting) else None
        if meeting is None:
            self._forget()
            return
        plans = {known: read for known, read in self._read.items() if known[0] is Plan}
        self._read = {**plans, (Meeting, meeting.conference.id): meeting}

    def _tell(self, value: Record, *, read: bool = False) -> None:
        """Say what changed; unless what was ``read`` follows it already, all is read anew."""
        if not read and not isinstance(value, AuditEvent):
            self._forget()
        if isinstance(value, Account) and self.account and value.id == self.account.id:
            self.account = value
        if self._waiting is None:
            self.changed.emit(value)
        else:
            self._waiting.append(value)

    def _forget(self) -> None:
        self._read.clear()
        self._school = None
