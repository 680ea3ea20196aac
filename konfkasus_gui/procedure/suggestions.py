"""Whom to think of when a conference is planned, by the field of the problem."""

from collections.abc import Iterable
from dataclasses import dataclass

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.school import Guardian, Person
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
        Suggestion(
            N_("Keluarga yang dipercaya konseli"),
            Group.EASES,
            N_("Pendampingan sehari-hari"),
            Origin.FAMILY,
        ),
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


def seat_of(capacity: str) -> Suggestion | None:
    """The seat that ``capacity`` speaks of, if it is one of ours."""
    words = _words(capacity)
    seats = dict.fromkeys([*ALWAYS, *(seat for field in Field for seat in BY_FIELD[field])])
    return next((seat for seat in seats if _fits(seat, words)), None)


def guest_from_seat(conference_id: int, seat: Suggestion) -> Participant:
    """A participant for ``seat``, still without a name."""
    return Participant(
        conference_id=conference_id,
        origin=seat.origin,
        group=seat.group,
        capacity=seat.capacity,
        reason=seat.reason,
    )


def guest_from_person(conference_id: int, person: Person) -> Participant:
    """A participant from the directory; group and reason where the capacity tells them."""
    seat = seat_of(person.capacity)
    return Participant(
        conference_id=conference_id,
        person_id=person.id,
        name=person.name,
        origin=Origin.OUTSIDE if person.outside else Origin.SCHOOL,
        group=seat.group if seat else None,
        capacity=person.capacity,
        institution=person.institution,
        reason=seat.reason if seat else "",
    )


def guest_from_guardian(conference_id: int, guardian: Guardian) -> Participant:
    """The parent or guardian of the client as a participant."""
    return Participant(
        conference_id=conference_id,
        guardian_id=guardian.id,
        name=guardian.name,
        origin=Origin.FAMILY,
        group=PARENT.group,
        capacity=guardian.relation.title,
        reason=PARENT.reason,
    )
