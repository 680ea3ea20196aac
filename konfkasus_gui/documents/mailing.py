"""What all letters to the participants share: one for each, its head, the meeting, its end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable, KeepTogether

from konfkasus_gui.documents import letter
from konfkasus_gui.documents.forms import Choice, choices, fill_in
from konfkasus_gui.documents.grid import details
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, naming, title
from konfkasus_gui.documents.paper import (
    BODY,
    JUSTIFIED,
    TITLE,
    Office,
    Sheet,
    number_or_dots,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import Signer, inviter, signatures
from konfkasus_gui.documents.wording import capital, inside, listed
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, long_date, time_span
from konfkasus_gui.procedure.confidentiality import Mask, Shown, masked
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.letter_texts import LetterField, Passage
from konfkasus_gui.procedure.planning import Conference, Participant, Plan
from konfkasus_gui.procedure.register import issued, refers_to, subject
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin
from konfkasus_gui.procedure.wishes import in_one_sentence


@dataclass(frozen=True, slots=True)
class Mail:
    """One letter to a participant: what it says of its own number and day, and of whom.

    ``student`` is known to letters to the family alone.
    """

    kind: DocumentKind
    office: Office
    plan: Plan
    guest: Participant
    student: Student | None

    @property
    def letter(self) -> Letter | None:
        """Its entry in the register."""
        return issued(self.plan, self.kind, self.guest)

    @property
    def number(self) -> str:
        """Empty while there is none."""
        return self.letter.number if self.letter else ""

    @property
    def dated(self) -> date | None:
        """The day of the register, else today."""
        return self.letter.dated if self.letter else self.office.dated

    @property
    def recipient(self) -> str:
        """The name in the register, whatever became of it since; the guest's without a number."""
        return self.letter.recipient if self.letter else self.guest.name

    @property
    def conference(self) -> Conference:
        """The meeting that the letter is about."""
        return self.plan.conference


Write = Callable[[Mail], list[Flowable]]


def mailing(
    kind: DocumentKind,
    office: Office,
    plan: Plan,
    student: Student,
    mask: Mask,
    write: Mapping[Origin, Write],
) -> bytes:
    """One letter per participant in their order, as one PDF.

    A member of the family reads the child's name and nothing of the problem; a colleague or an
    expert reads the code of the case (domain, 2 and 3.1 to 3.3). Letters without a number yet show
    dots in its place.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    hidden = masked(plan, mask)
    words = foot(kind, plan.case.code)
    sheets = []
    for own, coded in zip(plan.participants, hidden.participants, strict=True):
        if naming(kind, own.origin).shown is Shown.NAME:
            parts = write[own.origin](Mail(kind, office, plan, own, student))
            sheets.append(Sheet(parts=parts, counted=False, named=True))
        else:
            parts = write[own.origin](Mail(kind, office, hidden, coded, None))
            sheets.append(Sheet(parts=parts, foot=words))
    return pages(
        sheets, page=office.page, author=office.school.name, title=title(kind, plan.case.code)
    )


def values(mail: Mail) -> dict[LetterField, str]:
    """What the texts of a letter may ask for; the client is known to letters to the family."""
    conference, guest, case = mail.conference, mail.guest, mail.plan.case
    earlier = refers_to(mail.plan, mail.kind, guest)
    zone = mail.office.school.time_zone
    known = {
        LetterField.DAY: full_date(conference.held_on) if conference.held_on else "",
        LetterField.HOURS: time_span(conference.starts_at, conference.ends_at, zone),
        LetterField.PLACE: conference.place,
        LetterField.CONFIRM_BY: full_date(conference.confirm_by) if conference.confirm_by else "",
        LetterField.RECIPIENT: mail.recipient,
        LetterField.CAPACITY: guest.capacity,
        LetterField.INSTITUTION: guest.institution,
        LetterField.MEETING: _meeting(mail),
        LetterField.MEETING_NUMBER: str(conference.number) if conference.number else "",
        LetterField.EARLIER_NUMBER: earlier.number.strip() if earlier else "",
        LetterField.EARLIER_DAY: long_date(earlier.dated) if earlier else "",
    }
    if mail.student is not None:
        own = {
            LetterField.STUDENT_NAME: mail.student.name,
            LetterField.CLASS_NAME: mail.student.class_name,
        }
    else:
        fields = [field.label for field in case.fields]
        own = {
            LetterField.CASE_CODE: case.code,
            LetterField.GUIDANCE: listed(fields),
            LetterField.WANTED: inside(in_one_sentence(conference)).rstrip(".")
            or _("tugas Bapak/Ibu"),
        }
    return {**known, **own}


def _meeting(mail: Mail) -> str:
    """What the meeting is called to this reader."""
    origin, code = mail.guest.origin, or_dots(mail.plan.case.code, inside=True)
    if origin is Origin.FAMILY:
        return _("pertemuan dengan Bapak/Ibu")
    if origin is Origin.SCHOOL:
        return _("konferensi kasus (kode {code})").format(code=code)
    return _("musyawarah pendampingan seorang {student} (kode {code})").format(
        student=mail.office.students, code=code
    )


def paragraph(mail: Mail, passage: Passage) -> list[Flowable]:
    """One text of the letter; nothing where the school left it empty."""
    return letter.paragraph(mail.office, passage, values(mail))


def parents_of(mail: Mail) -> str:
    """``Orang Tua/Wali Ananda …, Kelas …``."""
    name, class_name = (
        (mail.student.name, mail.student.class_name.strip()) if mail.student else ("", "")
    )
    child = _("Orang Tua/Wali Ananda {name}").format(name=or_dots(name))
    if mail.office.blank:
        class_name = number_or_dots(0)
    if not class_name:
        return child
    return _("{child}, Kelas {class_name}").format(child=child, class_name=class_name)


def role_of(mail: Mail) -> str:
    """The capacity of the reader, and where an expert comes from; dots on an empty form."""
    guest = mail.guest
    institution = guest.institution.strip() if guest.origin is Origin.OUTSIDE else ""
    role = ", ".join(filter(None, (capital(guest.capacity), institution)))
    return letter.NO_NUMBER if mail.office.blank else role


def opening(
    mail: Mail, below_name: Sequence[str], *, enclosed: str = "-", nature: str = ""
) -> list[Flowable]:
    """Letterhead, number, subject, addressee and greeting."""
    office = mail.office
    greeting = office.school.greeting.strip()
    return [
        *letterhead(office.school, office.width),
        *letter.head(
            office,
            number=mail.number,
            dated=mail.dated,
            subject=subject(mail.kind, mail.guest.origin),
            enclosed=enclosed,
            nature=nature,
        ),
        *letter.addressee(
            [
                _("Yth. {name}").format(name=letter.honoured(mail.recipient)),
                *below_name,
                _("di tempat"),
            ]
        ),
        *([text(greeting, JUSTIFIED)] if greeting else []),
    ]


def appointment(mail: Mail, *more: tuple[str, str]) -> Flowable:
    """Day, time and place, with dots for what is not planned yet."""
    conference, zone = mail.conference, mail.office.school.time_zone
    hours = time_span(conference.starts_at, conference.ends_at, zone)
    day = full_date(conference.held_on) if conference.held_on else ""
    return details(
        [
            (_("Hari, tanggal"), or_dots(day)),
            (_("Waktu"), _("pukul {hours}").format(hours=or_dots(hours))),
            (_("Tempat"), or_dots(conference.place)),
            *more,
        ],
        label=34,
        width=mail.office.width,
        indent=10,
    )


def closing(mail: Mail, thanks: Passage, copies: Sequence[str] = ()) -> list[Flowable]:
    """Thanks, farewell, signature and copies."""
    office = mail.office
    farewell = office.school.farewell.strip()
    last = [*paragraph(mail, thanks), *([text(farewell, JUSTIFIED)] if farewell else [])]
    signer = inviter(office, mail.conference.inviter)
    return [
        signatures(None, signer, office.width, with_it=last),
        *([KeepTogether(letter.copies(copies))] if copies else []),
    ]


def slip(mail: Mail) -> list[Flowable]:
    """The sheet that a parent sends back; it names the letter and not the child (domain, 3.2)."""
    office, conference = mail.office, mail.conference
    width = office.width
    back = _("Mohon dikembalikan kepada Guru BK.")
    if conference.confirm_by is not None:
        back = _("Mohon dikembalikan kepada Guru BK paling lambat {day}.").format(
            day=full_date(conference.confirm_by)
        )
    return [
        text(_("LEMBAR KONFIRMASI KEHADIRAN"), TITLE),
        text(office.school.name, TITLE),
        space(2),
        text(back, BODY),
        space(2),
        details(
            [
                (
                    _("Surat"),
                    _("Nomor {number}, tanggal {day}").format(
                        number=mail.number or letter.NO_NUMBER,
                        day=long_date(mail.dated) if mail.dated else letter.NO_NUMBER,
                    ),
                ),
                (_("Nama"), or_dots(mail.recipient)),
                (_("Hubungan"), _("ayah / ibu / wali / lainnya: {dots}").format(dots=or_dots(""))),
            ],
            label=30,
            width=width,
        ),
        text(_("Beri tanda silang (×) pada pilihan Bapak/Ibu:"), BODY),
        space(1),
        choices(
            [
                Choice(_("Bersedia hadir sesuai undangan")),
                Choice(_("Bersedia hadir bila jadwal diubah; usul hari dan jam:"), line=True),
                Choice(_("Mengikuti lewat telepon atau panggilan video:"), line=True),
                Choice(_("Diwakili oleh (nama dan hubungan):"), line=True),
                Choice(_("Belum dapat hadir; keterangan:"), line=True),
            ],
            width,
        ),
        space(2),
        fill_in(_("Perlu juru bahasa, pendamping, atau akses khusus:"), width),
        fill_in(_("Nomor yang dapat dihubungi:"), width),
        space(4),
        signatures(None, Signer((letter.place_and_date("", None), _("Orang tua/wali,"))), width),
    ]
