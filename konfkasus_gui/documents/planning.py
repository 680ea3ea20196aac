"""The papers of stage 1: the invitations, each of the kind that its recipient may read."""

from reportlab.platypus import Flowable, PageBreak

from konfkasus_gui.documents.mailing import (
    Mail,
    appointment,
    closing,
    following,
    mailing,
    opening,
    parents_of,
    slip,
)
from konfkasus_gui.documents.paper import JUSTIFIED, Office, number_or_dots, or_dots, text
from konfkasus_gui.documents.wording import capital, inside, listed, sentence
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date
from konfkasus_gui.procedure.confidentiality import Mask
from konfkasus_gui.procedure.planning import Conference, Plan
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin


def invitations(
    office: Office,
    plan: Plan,
    student: Student,
    mask: Mask,
    kind: DocumentKind = DocumentKind.INVITATION,
) -> bytes:
    """An invitation for each participant, to the family with a slip to send back.

    ``kind`` is a first or a second invitation, which names the first.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    write = {
        Origin.FAMILY: _to_family,
        Origin.SCHOOL: _to_colleague,
        Origin.OUTSIDE: _to_expert,
    }
    return mailing(kind, office, plan, student, mask, write)


def _to_family(mail: Mail) -> list[Flowable]:
    office, conference = mail.office, mail.conference
    why = _(
        "Dalam rangka mendampingi perkembangan belajar dan pribadi Ananda, sekolah bermaksud"
        " mengajak Bapak/Ibu bermusyawarah bersama guru yang terkait. Untuk itu, kami mengharap"
        " kehadiran Bapak/Ibu pada:"
    )
    if mail.kind is DocumentKind.SECOND_INVITATION:
        why = _(
            "{following}, dan karena pertemuan belum dapat terlaksana, kami mengundang kembali"
            " Bapak/Ibu untuk bermusyawarah bersama guru yang terkait, dalam rangka mendampingi"
            " perkembangan belajar dan pribadi Ananda. Kami mengharap kehadiran Bapak/Ibu pada:"
        ).format(following=following(mail))
    return [
        *opening(mail, [parents_of(mail)], enclosed=_("1 (satu) lembar")),
        text(why, JUSTIFIED),
        appointment(
            mail,
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
        *closing(mail, _("Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.")),
        PageBreak(),
        *slip(mail),
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


def _to_colleague(mail: Mail) -> list[Flowable]:
    plan, conference, guest = mail.plan, mail.conference, mail.guest
    about = _("kode {code}").format(code=or_dots(plan.case.code))
    if plan.case.fields:
        fields = listed([field.label for field in plan.case.fields])
        about = _("{about}, bidang bimbingan {fields}").format(about=about, fields=fields)
    capacity = guest.capacity.strip()
    as_what = _(" selaku {capacity}").format(capacity=capacity) if capacity else ""
    why = _(
        "Sehubungan dengan rencana konferensi kasus ({about}), kami mengundang Bapak/Ibu{as_what}"
        " untuk hadir pada:"
    )
    if mail.kind is DocumentKind.SECOND_INVITATION:
        why = _(
            "{following}, dan karena konferensi kasus ({about}) belum dapat terlaksana, kami"
            " mengundang kembali Bapak/Ibu{as_what} untuk hadir pada:"
        )
    wanted = _("Mohon membawa catatan yang berkaitan dengan tugas Bapak/Ibu.")
    if conference.wanted.strip():
        wanted = _("Mohon membawa catatan yang berkaitan dengan {wanted}").format(
            wanted=sentence(inside(conference.wanted))
        )
    return [
        *opening(mail, [capital(capacity)], nature=_("Rahasia")),
        text(why.format(following=following(mail), about=about, as_what=as_what), JUSTIFIED),
        appointment(
            mail,
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
        *closing(mail, _("Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.")),
    ]


def _to_expert(mail: Mail) -> list[Flowable]:
    plan, guest = mail.plan, mail.guest
    why = _(
        "Kami memohon kesediaan Bapak/Ibu menjadi narasumber dalam musyawarah pendampingan seorang"
        " peserta didik (kode {code}), yang akan dilaksanakan pada:"
    )
    if mail.kind is DocumentKind.SECOND_INVITATION:
        why = _(
            "{following}, dan karena pertemuan belum dapat terlaksana, kami memohon kembali"
            " kesediaan Bapak/Ibu menjadi narasumber dalam musyawarah pendampingan seorang peserta"
            " didik (kode {code}), yang akan dilaksanakan pada:"
        )
    role = ", ".join(filter(None, (capital(guest.capacity), guest.institution.strip())))
    return [
        *opening(mail, [role], nature=_("Rahasia")),
        text(why.format(following=following(mail), code=or_dots(plan.case.code)), JUSTIFIED),
        appointment(mail, (_("Acara"), _("Musyawarah pendampingan peserta didik"))),
        text(
            _(
                "Uraian yang diperlukan kami sampaikan setelah kesediaan Bapak/Ibu kami terima,"
                " sebatas izin yang diberikan orang tua/wali. Pertemuan bersifat terbatas dan"
                " tertutup; isi surat ini mohon tidak diteruskan kepada siapa pun."
            ),
            JUSTIFIED,
        ),
        *closing(
            mail,
            _("Atas perhatian dan kesediaan Bapak/Ibu, kami ucapkan terima kasih."),
            copies=(_("Koordinator BK"), _("Arsip")),
        ),
    ]
