"""Letters that follow an invitation: another day, no meeting, or a second invitation."""

from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from konfkasus_gui.documents import letter
from konfkasus_gui.documents.grid import details
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, naming, title
from konfkasus_gui.documents.paper import JUSTIFIED, Office, Sheet, or_dots, pages, text
from konfkasus_gui.documents.signatures import inviter, signatures
from konfkasus_gui.documents.wording import capital
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, long_date, time_span
from konfkasus_gui.procedure.confidentiality import Mask, Shown, masked
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import INVITING, Participant, Plan
from konfkasus_gui.procedure.register import notice_subject
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Origin


@dataclass(frozen=True, slots=True)
class _Notice:
    """What one letter says; ``before`` is the invitation that it follows."""

    office: Office
    kind: DocumentKind
    plan: Plan
    guest: Participant
    own: Letter | None
    before: Letter | None


def notices(office: Office, kind: DocumentKind, plan: Plan, student: Student, mask: Mask) -> bytes:
    """A letter of ``kind`` to each participant in their order, as one PDF.

    A member of the family reads the child's name and nothing of the problem, the others the code
    of the case; each letter names the invitation that it follows (domain, 2 and 3.1).

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    hidden = masked(plan, mask)
    sheets = []
    for own, coded in zip(plan.participants, hidden.participants, strict=True):
        family = naming(kind, own.origin).shown is Shown.NAME
        shown, guest = (plan, own) if family else (hidden, coded)
        notice = _Notice(
            office,
            kind,
            shown,
            guest,
            _latest(shown, guest, (kind,)),
            _followed(kind, shown, guest),
        )
        child = _child(student, plan.case.class_name) if family else ""
        words = "" if family else foot(kind, plan.case.code)
        sheets.append(Sheet(parts=_written(notice, child), foot=words, counted=False, named=family))
    return pages(
        sheets, size=office.size, author=office.school.name, title=title(kind, plan.case.code)
    )


def _written(notice: _Notice, child: str) -> list[Flowable]:
    office, plan, guest, own = notice.office, notice.plan, notice.guest, notice.own
    family = guest.origin is Origin.FAMILY
    greeting, farewell = office.school.greeting.strip(), office.school.farewell.strip()
    thanks = _("Atas perhatian dan pengertian Bapak/Ibu, kami ucapkan terima kasih.")
    below = child if family else capital(guest.capacity)
    last = [text(thanks, JUSTIFIED), *([text(farewell, JUSTIFIED)] if farewell else [])]
    return [
        *letterhead(office.school, office.width),
        *letter.head(
            office,
            number=own.number if own else "",
            dated=own.dated if own else office.dated,
            subject=notice_subject(notice.kind),
            nature="" if family else _("Rahasia"),
        ),
        *letter.addressee(
            [
                _("Yth. {name}").format(name=letter.honoured(own.recipient if own else guest.name)),
                below,
                _("di tempat"),
            ]
        ),
        *([text(greeting, JUSTIFIED)] if greeting else []),
        text(_message(notice), JUSTIFIED),
        *([] if notice.kind is DocumentKind.CANCELLATION else [_appointment(notice)]),
        text(_after(notice.kind), JUSTIFIED),
        signatures(None, inviter(office, plan.conference.inviter), office.width, with_it=last),
    ]


def _message(notice: _Notice) -> str:
    plan, before = notice.plan, notice.before
    family = notice.guest.origin is Origin.FAMILY
    about = (
        _("pertemuan dengan Bapak/Ibu")
        if family
        else _("konferensi kasus berkode {code}").format(code=or_dots(plan.case.code))
    )
    earlier = _("Menyusul surat kami Nomor {number} tanggal {day}").format(
        number=before.number if before and before.number else letter.NO_NUMBER,
        day=long_date(before.dated) if before else letter.NO_NUMBER,
    )
    return {
        DocumentKind.POSTPONEMENT: _(
            "{earlier}, dengan hormat kami beritahukan bahwa {about} ditunda. Pertemuan"
            " direncanakan kembali pada:"
        ),
        DocumentKind.CANCELLATION: _(
            "{earlier}, dengan hormat kami beritahukan bahwa {about} dibatalkan, sehingga Bapak/Ibu"
            " tidak perlu hadir. Undangan terdahulu tidak berlaku lagi."
        ),
        DocumentKind.SECOND_INVITATION: _(
            "{earlier}, dan karena {about} belum dapat terlaksana, dengan hormat kami mengundang"
            " kembali Bapak/Ibu untuk hadir pada:"
        ),
    }[notice.kind].format(earlier=earlier, about=about)


def _after(kind: DocumentKind) -> str:
    if kind is DocumentKind.CANCELLATION:
        return _(
            "Kami mohon maaf atas perubahan ini. Hal yang telah disampaikan kepada Bapak/Ibu mohon"
            " tetap dijaga kerahasiaannya."
        )
    return _(
        "Pertemuan bersifat terbatas dan tertutup. Bila berhalangan pada waktu tersebut, mohon"
        " memberi tahu Guru BK agar jadwal dapat disesuaikan."
    )


def _appointment(notice: _Notice) -> Flowable:
    conference, zone = notice.plan.conference, notice.office.school.time_zone
    day = full_date(conference.held_on) if conference.held_on else ""
    hours = time_span(conference.starts_at, conference.ends_at, zone)
    return details(
        [
            (_("Hari, tanggal"), or_dots(day)),
            (_("Waktu"), _("pukul {hours}").format(hours=or_dots(hours))),
            (_("Tempat"), or_dots(conference.place)),
        ],
        label=34,
        width=notice.office.width,
        indent=10,
    )


def _child(student: Student, class_name: str) -> str:
    child = _("Orang Tua/Wali Ananda {name}").format(name=or_dots(student.name))
    grade = (class_name or student.class_name).strip()
    return (
        _("{child}, Kelas {class_name}").format(child=child, class_name=grade) if grade else child
    )


def _latest(plan: Plan, guest: Participant, kinds: tuple[DocumentKind, ...]) -> Letter | None:
    """The last letter of these kinds to ``guest``, whatever became of it."""
    for found in reversed(plan.letters):
        if found.participant_id == guest.id and guest.id and found.kind in kinds:
            return found
    return None


_LAPSED = {
    DocumentKind.POSTPONEMENT: LetterState.REPLACED,
    DocumentKind.CANCELLATION: LetterState.CANCELLED,
}


def _followed(kind: DocumentKind, plan: Plan, guest: Participant) -> Letter | None:
    """The invitation that a letter of ``kind`` follows: the one that lapsed, else the last one."""
    others = tuple(one for one in INVITING if one is not kind)
    lapsed = tuple(one for one in plan.letters if one.state is _LAPSED.get(kind))
    return _latest(replace(plan, letters=lapsed), guest, others) or _latest(plan, guest, others)
