"""The notices to the participants that a meeting moves or does not take place (domain, 3.10)."""

from reportlab.platypus import Flowable

from konfkasus_gui.documents.mailing import (
    Mail,
    appointment,
    closing,
    mailing,
    opening,
    paragraph,
    parents_of,
    role_of,
)
from konfkasus_gui.documents.paper import Office
from konfkasus_gui.language import _
from konfkasus_gui.procedure.confidentiality import Mask
from konfkasus_gui.procedure.letter_texts import Passage
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
    planned = conference.held_on is not None and conference.state is not ConferenceState.POSTPONED
    if planned or blank:
        when = [*paragraph(mail, Passage.POSTPONED_NEW_DAY), appointment(mail)]
    else:
        when = paragraph(mail, Passage.POSTPONED_LATER)
    return [
        *_opening(mail),
        *paragraph(mail, Passage.POSTPONED_BLANK if blank else Passage.POSTPONED_OPENING),
        *when,
        *_discretion(mail, Passage.POSTPONED_DISCRETION),
        *closing(mail, Passage.POSTPONED_CLOSING),
    ]


def _cancelled(mail: Mail) -> list[Flowable]:
    """The meeting does not take place; a reason is not given."""
    return [
        *_opening(mail),
        *paragraph(mail, Passage.CANCELLED_OPENING),
        *_discretion(mail, Passage.CANCELLED_DISCRETION),
        *closing(mail, Passage.CANCELLED_CLOSING),
    ]


def _opening(mail: Mail) -> list[Flowable]:
    if mail.guest.origin is Origin.FAMILY:
        return opening(mail, [parents_of(mail)])
    return opening(mail, [role_of(mail)], nature=_("Rahasia"))


def _discretion(mail: Mail, passage: Passage) -> list[Flowable]:
    """Colleagues and experts are reminded that the letter is secret."""
    return [] if mail.guest.origin is Origin.FAMILY else paragraph(mail, passage)
