"""Bahasa netral and identity while typing: one for the open archive, read when first needed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.checked import without_namesakes
from konfkasus_gui.documents.papers import Materials
from konfkasus_gui.language import _
from konfkasus_gui.procedure import school_words
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.follow_up import Action
from konfkasus_gui.procedure.identity import Finding, IdentityCheck, People, nicknames
from konfkasus_gui.procedure.name_words import TOKEN
from konfkasus_gui.procedure.neutral_list import read_entries
from konfkasus_gui.procedure.neutral_words import NeutralCheck, NeutralFinding, WordTree
from konfkasus_gui.procedure.planning import Conference, Participant, Plan
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.school import Account, Guardian, School, Student
from konfkasus_gui.procedure.school_words import SchoolWord, Treatment
from konfkasus_gui.procedure.written_texts import FREE_LINES, is_clients_own
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.marks import Look, Mark, Sort
from konfkasus_gui.screens.widgets.text_area import TextArea
from konfkasus_gui.screens.widgets.watched import Watched
from konfkasus_gui.screens.widgets.watched_line import WatchedLine

if TYPE_CHECKING:
    from konfkasus_gui.screens.session import Session

LIST = theme.RESOURCES / "words" / "bahasa-netral.txt"
BEGIN_MS = 250
"""After the first text box is there: the page stands before the list is read."""
_PEOPLE = (Student, Guardian, Participant, Conference, Case, School, Account)
_AROUND = 40

Reader = Callable[[], Record]


class TextChecks(QObject):
    """What is marked in the text boxes of the cases, and what the user wants left alone.

    What is ignored is left alone until the archive is locked; what is silenced, for good.
    """

    changed = Signal()
    """Boxes look anew."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._listed: WordTree | None = None
        self._neutral: NeutralCheck | None = None
        self._identity: dict[_Key, tuple[People, IdentityCheck]] = {}
        self._others: dict[int, tuple[str, ...]] = {}
        self._ignored: set[tuple[str, ...]] = set()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(BEGIN_MS)
        self._wait.timeout.connect(self._renew)
        session.changed.connect(self._take)
        session.locked.connect(self._end)
        self._ended = False

    @property
    def _session(self) -> "Session":
        return cast("Session", self.parent())

    @property
    def ready(self) -> bool:
        """Whether boxes are marked as the archive is now."""
        return self._neutral is not None and not self._wait.isActive()

    def neutral(self) -> NeutralCheck:
        """The check for bahasa netral, with the school's own words; reads the list at once."""
        if self._neutral is None:
            if self._listed is None:
                self._listed = WordTree(read_entries(LIST.read_text(encoding="utf-8")))
            words = self._session.archive.every(SchoolWord)
            own = WordTree(school_words.added(words))
            self._neutral = NeutralCheck([own, self._listed], school_words.silenced(words))
        return self._neutral

    def watch(self, box: QWidget, reader: Reader, field: str) -> "Watched | WatchedLine | None":
        """Mark ``box``, which shows ``field`` of what ``reader`` reads, if it holds free text.

        Only texts of a case are marked, for they go on paper.
        """
        if not isinstance(box, TextArea) and not (
            isinstance(box, QLineEdit) and field in FREE_LINES
        ):
            return None
        record = reader()
        key = self._key(record)
        if key is None:
            return None
        if self._neutral is None:
            self._wait.start()
        if key.case_id:
            look: Look = partial(self._look, key=key, quoted=is_clients_own(record, field))
        else:  # of a case that is being opened the student may still change
            look = partial(self._look_anew, reader)
        if isinstance(box, QLineEdit):
            return WatchedLine(box, look, self)
        return Watched(box, look, self)

    def _look(self, text: str, *, key: "_Key", quoted: bool) -> Sequence[Mark]:
        if self._neutral is None or self._ended or not text.strip():
            return ()
        found = [] if quoted else [_of_language(one, text) for one in self._neutral(text)]
        if key not in self._identity:
            people = self._people(key)
            self._identity[key] = (people, IdentityCheck(people))
        found += [_of_identity(one, text) for one in self._identity[key][1].marks(text)]
        return [mark for mark in found if mark.key not in self._ignored]

    def _look_anew(self, reader: Reader, text: str) -> Sequence[Mark]:
        key = self._key(reader())
        return () if key is None else self._look(text, key=key, quoted=False)

    def ignore(self, mark: Mark) -> None:
        """Leave this place alone until the archive is locked."""
        self._ignored.add(mark.key)
        self.changed.emit()

    def silence(self, mark: Mark) -> None:
        """Leave the word alone in all texts, for good; the settings bring it back."""
        for one in self._session.archive.every(SchoolWord):
            if one.word == mark.word:
                self._session.remove(one)
        if not any(one.word == mark.word for one in self._session.archive.every(SchoolWord)):
            self._session.save(SchoolWord(word=mark.word, treatment=Treatment.SILENCED))

    def _take(self, record: object) -> None:
        if isinstance(record, SchoolWord):
            self._neutral = None
            self._renew()
        elif record is None or isinstance(record, _PEOPLE):
            if record is None or isinstance(record, Student):
                self._others.clear()
            if record is None:
                self._neutral = None
            if self._identity or self._neutral is None:
                self._wait.start()

    def _renew(self) -> None:
        """Read what has changed; boxes look anew."""
        if self._ended:
            return
        before = self._neutral
        now = self.neutral()
        stale = [
            key for key, (people, _check) in self._identity.items() if people != self._people(key)
        ]
        for key in stale:
            del self._identity[key]
        if stale or before is not now:
            self.changed.emit()

    def _end(self) -> None:
        self._ended = True
        self._wait.stop()
        self._identity.clear()
        self._ignored.clear()

    def _key(self, record: Record) -> "_Key | None":
        """Whose text ``record`` holds; None for one that belongs to no case."""
        if isinstance(record, Case):
            return _Key(record.id, record.student_id, 0)
        if (action_id := getattr(record, "action_id", 0)) and not hasattr(record, "case_id"):
            record = self._session.get(Action, action_id)
        conference_id = record.id if isinstance(record, Conference) else 0
        conference_id = conference_id or getattr(record, "conference_id", 0)
        case_id = getattr(record, "case_id", 0)
        if not case_id and not conference_id:
            return None
        if not case_id:
            case = self._session.plan(conference_id).case
        else:
            case = self._session.get(Case, case_id)
        return _Key(case.id, case.student_id, conference_id, isinstance(record, Referral))

    def _people(self, key: "_Key") -> People:
        """Who must not be told by the texts of a case, and who may."""
        session = self._session
        if not key.student_id:
            return People(code="")
        student = session.get(Student, key.student_id)
        guardians = session.lists.guardians(student.id)
        plan = self._plan(key)
        grown = papers.adults_of(
            Materials(
                school=session.school,
                counselor=session.account or Account(name="", created_at=session.now()),
                student=student,
                plan=plan,
                dated=None,
            )
        )
        relatives = {guardian.name for guardian in guardians}
        if student.id not in self._others:
            self._others[student.id] = session.lists.student_names(but=student.id)
        return People(
            code=plan.case.code or _("konseli"),
            client=None if key.named else student,
            nicknames=() if key.named else nicknames(student),
            guardians=() if key.named else guardians,
            students=without_namesakes(self._others[student.id], student),
            adults=tuple(name for name in grown if name not in relatives),
        )

    def _plan(self, key: "_Key") -> Plan:
        """The conference of ``key``, or the newest one of its case; an empty one at first."""
        session = self._session
        if key.conference_id:
            return session.plan(key.conference_id)
        if not key.case_id:
            case = Case(code="", student_id=key.student_id, opened_on=session.today())
            return Plan(case=case, conference=Conference(case_id=0))
        held = session.lists.conferences(key.case_id)
        if held:
            return session.plan(max(held, key=lambda one: one.number).id)
        case = session.get(Case, key.case_id)
        return Plan(case=case, conference=Conference(case_id=case.id))


class _Key(NamedTuple):
    """Whose names are looked for: a case, or the student of one that is being opened."""

    case_id: int
    student_id: int
    conference_id: int
    named: bool = False
    """The text goes on a paper that bears the client's name."""


def _of_language(found: NeutralFinding, text: str) -> Mark:
    return Mark(
        start=found.start,
        end=found.end,
        sort=Sort.LANGUAGE,
        title=_("“{found}”: {kind}").format(found=found.found, kind=found.entry.kind.label),
        reason=found.entry.reason,
        ways=found.entry.instead,
        key=_place(text, found.start, found.end),
        word=found.word,
    )


def _of_identity(place: tuple[int, int, Finding], text: str) -> Mark:
    start, end, found = place
    title = _("“{found}” menunjukkan {whose}") if found.certain else _("“{found}”: mungkin {whose}")
    return Mark(
        start=start,
        end=end,
        sort=Sort.IDENTITY,
        title=title.format(found=found.found, whose=found.whose.label),
        reason=_("Tulisan ini dapat tercetak. Yang ditulis kode, bukan nama."),
        ways=(found.instead,),
        key=_place(text, start, end),
    )


def _place(text: str, start: int, end: int) -> tuple[str, ...]:
    """What tells a place from others with the same words: the words around it."""
    before = TOKEN.findall(text[max(0, start - _AROUND) : start])[-2:]
    after = TOKEN.findall(text[end : end + _AROUND])[:2]
    return (*before, "|", text[start:end], "|", *after)
