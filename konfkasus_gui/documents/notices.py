"""The notices to the participants that a meeting moves or does not take place (domain, 3.10)."""

from reportlab.platypus import Flowable

from konfkasus_gui.documents.mailing import (
    Mail,
    appointment,
    closing,
    following,
    mailing,
    opening,
    parents_of,
)
from konfkasus_gui.documents.paper import JUSTIFIED, Office, or_dots, text
from konfkasus_gui.documents.wording import capital
from konfkasus_gui.language import _
from konfkasus_gui.procedure.confidentiality import Mask
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import ConferenceState, DocumentKind, Origin


def notices(office: Office, kind: DocumentKind, plan: Plan, student: Student, mask: Mask) -> bytes:
    """A letter of ``kind``, a postponement or a cancellation, to each participant in their order.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    write = _postponed if kind is DocumentKind.POSTPONEMENT else _cancelled
    return mailing(kind, office, plan, student, mask, dict.fromkeys(Origin, write))


def _postponed(mail: Mail) -> list[Flowable]:
    """The meeting moves to another day, or to one that is told later; on a form also why."""
    conference, blank = mail.conference, mail.office.blank
    words = _("{following}, kami beritahukan bahwa {meeting} ditunda.")
    if blank:
        words = _(
            "{following}, kami beritahukan bahwa {meeting} yang semula dijadwalkan pada {dots}"
            " ditunda karena {dots}."
        )
    planned = conference.held_on is not None and conference.state is not ConferenceState.POSTPONED
    if planned or blank:
        when: list[Flowable] = [
            text(_("Pertemuan dijadwalkan kembali pada:"), JUSTIFIED),
            appointment(mail),
        ]
    else:
        when = [text(_("Waktu penggantinya kami beritahukan kemudian."), JUSTIFIED)]
    return [
        *_opening(mail),
        text(
            words.format(following=following(mail), meeting=_meeting(mail), dots=or_dots("")),
            JUSTIFIED,
        ),
        *when,
        *_discretion(mail),
        *closing(
            mail,
            _("Kami mohon maaf atas perubahan ini, dan berterima kasih atas pengertian Bapak/Ibu."),
        ),
    ]


def _cancelled(mail: Mail) -> list[Flowable]:
    """The meeting does not take place; a reason is not given."""
    return [
        *_opening(mail),
        text(
            _(
                "{following}, kami beritahukan bahwa {meeting} dibatalkan, sehingga Bapak/Ibu tidak"
                " perlu hadir. Undangan terdahulu tidak berlaku lagi."
            ).format(following=following(mail), meeting=_meeting(mail)),
            JUSTIFIED,
        ),
        *_discretion(mail),
        *closing(mail, _("Atas kesediaan dan pengertian Bapak/Ibu, kami ucapkan terima kasih.")),
    ]


def _opening(mail: Mail) -> list[Flowable]:
    guest = mail.guest
    if guest.origin is Origin.FAMILY:
        return opening(mail, [parents_of(mail)])
    institution = guest.institution.strip() if guest.origin is Origin.OUTSIDE else ""
    role = ", ".join(filter(None, (capital(guest.capacity), institution)))
    return opening(mail, [role], nature=_("Rahasia"))


def _meeting(mail: Mail) -> str:
    """What the meeting is called to this reader."""
    origin, code = mail.guest.origin, or_dots(mail.plan.case.code)
    if origin is Origin.FAMILY:
        return _("pertemuan dengan Bapak/Ibu")
    if origin is Origin.SCHOOL:
        return _("konferensi kasus (kode {code})").format(code=code)
    return _("musyawarah pendampingan seorang peserta didik (kode {code})").format(code=code)


def _discretion(mail: Mail) -> list[Flowable]:
    """Colleagues and experts are reminded that the letter is secret."""
    if mail.guest.origin is Origin.FAMILY:
        return []
    return [
        text(
            _(
                "Bahan yang sudah Bapak/Ibu siapkan mohon tetap dijaga kerahasiaannya, dan isi"
                " surat ini mohon tidak diteruskan kepada siapa pun."
            ),
            JUSTIFIED,
        )
    ]
