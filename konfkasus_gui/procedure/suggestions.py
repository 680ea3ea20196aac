"""Whom to think of when a conference is planned, by the field of the problem."""

from collections.abc import Iterable
from dataclasses import dataclass

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.school import Person
from konfkasus_gui.procedure.vocabulary import Field, Group, Origin


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A seat to think of: the capacity, the group it belongs to and the reason to invite it."""

    capacity_text: str
    group: Group
    reason_text: str
    origin: Origin = Origin.SCHOOL

    @property
    def capacity(self) -> str:
        """The capacity as it is written into the list."""
        return _(self.capacity_text)

    @property
    def reason(self) -> str:
        """The reason as it is written into the list."""
        return _(self.reason_text)


PARENT = Suggestion(N_("Orang tua/wali"), Group.DECIDES, N_("Keputusan keluarga"), Origin.FAMILY)
HOMEROOM = Suggestion(N_("Wali kelas"), Group.DECIDES, N_("Mengenal konseli sehari-hari"))
STUDENT_AFFAIRS = Suggestion(
    N_("Wakil kepala sekolah bidang kesiswaan"), Group.DECIDES, N_("Kebijakan kesiswaan")
)
CURRICULUM = Suggestion(
    N_("Wakil kepala sekolah bidang kurikulum"), Group.DECIDES, N_("Kebijakan pembelajaran")
)
PSYCHOLOGIST = Suggestion(
    N_("Psikolog"), Group.INFORMS, N_("Hasil pemeriksaan psikologis"), Origin.OUTSIDE
)
ALWAYS = (PARENT, HOMEROOM)
BY_FIELD = {
    Field.PERSONAL: (
        PSYCHOLOGIST,
        Suggestion(N_("Dokter/puskesmas"), Group.INFORMS, N_("Kesehatan"), Origin.OUTSIDE),
        STUDENT_AFFAIRS,
    ),
    Field.SOCIAL: (
        STUDENT_AFFAIRS,
        Suggestion(N_("Pembina OSIS/ekstrakurikuler"), Group.INFORMS, N_("Pergaulan di sekolah")),
        Suggestion(
            N_("Pekerja sosial"), Group.EASES, N_("Dukungan dari lingkungan"), Origin.OUTSIDE
        ),
    ),
    Field.LEARNING: (
        Suggestion(N_("Guru mata pelajaran"), Group.INFORMS, N_("Perkembangan belajar")),
        CURRICULUM,
        Suggestion(N_("Petugas perpustakaan"), Group.EASES, N_("Tempat dan bahan belajar")),
    ),
    Field.CAREER: (
        CURRICULUM,
        Suggestion(N_("Guru mata pelajaran peminatan"), Group.INFORMS, N_("Bakat dan minat")),
        Suggestion(
            N_("Alumni atau dunia kerja"), Group.EASES, N_("Gambaran karier"), Origin.OUTSIDE
        ),
    ),
}


def suggest(fields: Iterable[Field], participants: Iterable[Participant]) -> tuple[Suggestion, ...]:
    """The seats to think of for ``fields`` that nobody among ``participants`` takes yet.

    Parents and the homeroom teacher come first whatever the field (paper, D.1: persons who
    decide, who inform, who ease the help).
    """
    wanted = [*ALWAYS, *(seat for field in fields for seat in BY_FIELD[field])]
    taken = [_words(guest.capacity) for guest in participants]
    return tuple(
        seat
        for seat in dict.fromkeys(wanted)
        if not any(_fits(seat, capacity) for capacity in taken)
    )


def fitting(seat: Suggestion, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those of the directory whose capacity fits ``seat``."""
    return tuple(person for person in people if _fits(seat, _words(person.capacity)))


def _fits(seat: Suggestion, capacity: frozenset[str]) -> bool:
    """Whether every word of one choice of ``seat`` is in ``capacity`` ("Wali kelas IX-A")."""
    choices = seat.capacity.split("/") if seat is not PARENT else ("ayah", "ibu", "orang tua")
    words = [_words(choice) for choice in choices]
    return any(choice <= capacity for choice in words)


def _words(text: str) -> frozenset[str]:
    short = {"wakasek": "wakil kepala sekolah bidang"}
    spoken = (short.get(word, word) for word in text.casefold().replace("/", " ").split())
    return frozenset(" ".join(spoken).split())
