"""The papers of stage 1: the invitations, each of the kind that its recipient may read."""

from reportlab.platypus import Flowable, PageBreak

from konfkasus_gui.documents.mailing import (
    Mail,
    appointment,
    closing,
    mailing,
    opening,
    paragraph,
    parents_of,
    role_of,
    slip,
)
from konfkasus_gui.documents.paper import Office, number_or_dots, or_dots
from konfkasus_gui.language import _
from konfkasus_gui.procedure.confidentiality import Mask
from konfkasus_gui.procedure.letter_texts import Passage
from konfkasus_gui.procedure.planning import Plan
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
    again = mail.kind is DocumentKind.SECOND_INVITATION
    return [
        *opening(mail, [parents_of(mail)], enclosed=_("1 (satu) lembar")),
        *paragraph(mail, Passage.SECOND_FAMILY if again else Passage.FAMILY_OPENING),
        appointment(
            mail,
            _consultation(mail),
            (
                _("Bertemu dengan"),
                _("{name} (Guru BK)").format(name=or_dots(mail.office.counselor.name)),
            ),
        ),
        *paragraph(mail, Passage.FAMILY_NOTE),
        *closing(mail, Passage.FAMILY_CLOSING),
        PageBreak(),
        *slip(mail),
    ]


def _to_colleague(mail: Mail) -> list[Flowable]:
    again = mail.kind is DocumentKind.SECOND_INVITATION
    number = number_or_dots(mail.conference.number)
    return [
        *opening(mail, [role_of(mail)], nature=_("Rahasia")),
        *paragraph(mail, Passage.SECOND_SCHOOL if again else Passage.SCHOOL_OPENING),
        appointment(mail, (_("Acara"), _("Konferensi kasus, pertemuan ke-{n}").format(n=number))),
        *paragraph(mail, Passage.SCHOOL_NOTE),
        *closing(mail, Passage.SCHOOL_CLOSING),
    ]


def _to_expert(mail: Mail) -> list[Flowable]:
    again = mail.kind is DocumentKind.SECOND_INVITATION
    return [
        *opening(mail, [role_of(mail)], nature=_("Rahasia")),
        *paragraph(mail, Passage.SECOND_OUTSIDE if again else Passage.OUTSIDE_OPENING),
        appointment(mail, _consultation(mail)),
        *paragraph(mail, Passage.OUTSIDE_NOTE),
        *closing(mail, Passage.OUTSIDE_CLOSING, copies=(_("Koordinator BK"), _("Arsip"))),
    ]


def _consultation(mail: Mail) -> tuple[str, str]:
    """What the meeting is called where nobody speaks of a case."""
    return _("Acara"), _("Musyawarah pendampingan {students}").format(students=mail.office.students)
