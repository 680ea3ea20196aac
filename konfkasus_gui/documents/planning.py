"""The papers of stage 1: the invitations, each of the kind that its recipient may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable, KeepTogether, PageBreak

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
from konfkasus_gui.documents.wording import capital, inside, listed, sentence
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, long_date, time_span
from konfkasus_gui.procedure.confidentiality import Mask, Shown, masked
from konfkasus_gui.procedure.letter import Letter, invitation_subject
from konfkasus_gui.procedure.planning import Conference, Participant, Plan
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin


@dataclass(frozen=True, slots=True)
class _Invitation:
    """What one letter says of its own number and day."""

    office: Office
    plan: Plan
    guest: Participant
    letter: Letter | None

    @property
    def number(self) -> str:
        return self.letter.number if self.letter else ""

    @property
    def dated(self) -> date | None:
        return self.letter.dated if self.letter else self.office.dated

    @property
    def recipient(self) -> str:
        """The name in the register, whatever became of it since; the guest's without a number."""
        return self.letter.recipient if self.letter else self.guest.name

    @property
    def conference(self) -> Conference:
        return self.plan.conference


def invitations(office: Office, plan: Plan, student: Student, mask: Mask) -> bytes:
    """One letter per participant in their order, as one PDF.

    A member of the family reads the child's name and nothing of the problem, with a slip to send
    back; a colleague or an expert reads the code of the case (domain, 2 and 3.1 to 3.3). Letters
    without a number yet show dots in its place.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    hidden = masked(plan, mask)
    sheets = []
    for own, coded in zip(plan.participants, hidden.participants, strict=True):
        family = naming(DocumentKind.INVITATION, own.origin).shown is Shown.NAME
        shown, guest = (plan, own) if family else (hidden, coded)
        invitation = _Invitation(office, shown, guest, shown.letter_of(guest))
        if family:
            parts = _to_family(invitation, student)
            sheets.append(Sheet(parts=parts, counted=False, named=True))
        else:
            write = _to_colleague if guest.origin is Origin.SCHOOL else _to_expert
            words = foot(DocumentKind.INVITATION, plan.case.code)
            sheets.append(Sheet(parts=write(invitation), foot=words))
    return pages(
        sheets,
        size=office.size,
        author=office.school.name,
        title=title(DocumentKind.INVITATION, plan.case.code),
    )


def _to_family(invitation: _Invitation, student: Student) -> list[Flowable]:
    office, conference = invitation.office, invitation.conference
    child = _("Orang Tua/Wali Ananda {name}").format(name=or_dots(student.name))
    if student.class_name.strip():
        child = _("{child}, Kelas {class_name}").format(
            child=child, class_name=student.class_name.strip()
        )
    return [
        *_opening(invitation, [child], enclosed=_("1 (satu) lembar")),
        text(
            _(
                "Dalam rangka mendampingi perkembangan belajar dan pribadi Ananda, sekolah"
                " bermaksud mengajak Bapak/Ibu bermusyawarah bersama guru yang terkait. Untuk itu,"
                " kami mengharap kehadiran Bapak/Ibu pada:"
            ),
            JUSTIFIED,
        ),
        _appointment(
            invitation,
            (_("Acara"), _("Musyawarah pendampingan peserta didik")),
            (
                _("Bertemu dengan"),
                _("{name} (Guru BK)").format(name=or_dots(office.counselor.name)),
            ),
        ),
        text(
            _(
                "Pertemuan ini bersifat terbatas dan tertutup. Keterangan Bapak/Ibu sangat kami"
                " perlukan dan hanya dipakai untuk membantu Ananda. {reply}"
            ).format(reply=_reply(office, conference)),
            JUSTIFIED,
        ),
        *_closing(
            invitation, _("Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.")
        ),
        PageBreak(),
        *_slip(invitation),
    ]


def _reply(office: Office, conference: Conference) -> str:
    """How a parent says that the time does not suit."""
    ways = _("mengembalikan lembar konfirmasi terlampir")
    if office.counselor.phone.strip():
        ways = _("{ways} atau menghubungi Guru BK di nomor {phone}").format(
            ways=ways, phone=office.counselor.phone.strip()
        )
    if conference.confirm_by is not None:
        ways = _("{ways} paling lambat {day}").format(
            ways=ways, day=full_date(conference.confirm_by)
        )
    return _(
        "Bila berhalangan pada waktu tersebut, mohon {ways} agar jadwal dapat disesuaikan."
    ).format(ways=ways)


def _to_colleague(invitation: _Invitation) -> list[Flowable]:
    plan, conference, guest = invitation.plan, invitation.conference, invitation.guest
    about = _("kode {code}").format(code=or_dots(plan.case.code))
    if plan.case.fields:
        fields = listed([field.label for field in plan.case.fields])
        about = _("{about}, bidang bimbingan {fields}").format(about=about, fields=fields)
    capacity = guest.capacity.strip()
    as_what = _(" selaku {capacity}").format(capacity=capacity) if capacity else ""
    wanted = _("Mohon membawa catatan yang berkaitan dengan tugas Bapak/Ibu.")
    if conference.wanted.strip():
        wanted = _("Mohon membawa catatan yang berkaitan dengan {wanted}").format(
            wanted=sentence(inside(conference.wanted))
        )
    return [
        *_opening(invitation, [capital(capacity)], nature=_("Rahasia")),
        text(
            _(
                "Sehubungan dengan rencana konferensi kasus ({about}), kami mengundang"
                " Bapak/Ibu{as_what} untuk hadir pada:"
            ).format(about=about, as_what=as_what),
            JUSTIFIED,
        ),
        _appointment(
            invitation,
            (
                _("Acara"),
                _("Konferensi kasus, pertemuan ke-{n}").format(n=number_or_dots(conference.number)),
            ),
        ),
        text(
            _(
                "{wanted} Identitas peserta didik disampaikan langsung oleh Guru BK. Pertemuan"
                " bersifat terbatas dan tertutup; isi undangan ini mohon tidak diteruskan kepada"
                " siapa pun."
            ).format(wanted=wanted),
            JUSTIFIED,
        ),
        *_closing(
            invitation, _("Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.")
        ),
    ]


def _to_expert(invitation: _Invitation) -> list[Flowable]:
    plan, guest = invitation.plan, invitation.guest
    role = ", ".join(filter(None, (capital(guest.capacity), guest.institution.strip())))
    return [
        *_opening(invitation, [role], nature=_("Rahasia")),
        text(
            _(
                "Kami memohon kesediaan Bapak/Ibu menjadi narasumber dalam musyawarah pendampingan"
                " seorang peserta didik (kode {code}), yang akan dilaksanakan pada:"
            ).format(code=or_dots(plan.case.code)),
            JUSTIFIED,
        ),
        _appointment(invitation, (_("Acara"), _("Musyawarah pendampingan peserta didik"))),
        text(
            _(
                "Uraian yang diperlukan kami sampaikan setelah kesediaan Bapak/Ibu kami terima,"
                " sebatas izin yang diberikan orang tua/wali. Pertemuan bersifat terbatas dan"
                " tertutup; isi surat ini mohon tidak diteruskan kepada siapa pun."
            ),
            JUSTIFIED,
        ),
        *_closing(
            invitation,
            _("Atas perhatian dan kesediaan Bapak/Ibu, kami ucapkan terima kasih."),
            copies=(_("Koordinator BK"), _("Arsip")),
        ),
    ]


def _opening(
    invitation: _Invitation, below_name: Sequence[str], *, enclosed: str = "-", nature: str = ""
) -> list[Flowable]:
    office = invitation.office
    greeting = office.school.greeting.strip()
    return [
        *letterhead(office.school, office.width),
        *letter.head(
            office,
            number=invitation.number,
            dated=invitation.dated,
            subject=invitation_subject(invitation.guest.origin),
            enclosed=enclosed,
            nature=nature,
        ),
        *letter.addressee(
            [
                _("Yth. {name}").format(name=letter.honoured(invitation.recipient)),
                *below_name,
                _("di tempat"),
            ]
        ),
        *([text(greeting, JUSTIFIED)] if greeting else []),
    ]


def _appointment(invitation: _Invitation, *more: tuple[str, str]) -> Flowable:
    """Day, time and place, with dots for what is not planned yet."""
    conference, zone = invitation.conference, invitation.office.school.time_zone
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
        width=invitation.office.width,
        indent=10,
    )


def _closing(invitation: _Invitation, thanks: str, copies: Sequence[str] = ()) -> list[Flowable]:
    office = invitation.office
    farewell = office.school.farewell.strip()
    last = [text(thanks, JUSTIFIED), *([text(farewell, JUSTIFIED)] if farewell else [])]
    signer = inviter(office, invitation.conference.inviter)
    return [
        signatures(None, signer, office.width, with_it=last),
        *([KeepTogether(letter.copies(copies))] if copies else []),
    ]


def _slip(invitation: _Invitation) -> list[Flowable]:
    """The sheet that a parent sends back; it names the letter and not the child (domain, 3.2)."""
    office, conference = invitation.office, invitation.conference
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
                        number=invitation.number or letter.NO_NUMBER,
                        day=long_date(invitation.dated) if invitation.dated else or_dots(""),
                    ),
                ),
                (_("Nama"), or_dots(invitation.recipient)),
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
