"""The letter that hands a client over to an expert (alih tangan kasus)."""

from collections.abc import Mapping

from reportlab.platypus import Flowable

from konfkasus_gui.documents import letter
from konfkasus_gui.documents.forms import fill_in
from konfkasus_gui.documents.grid import details
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    JUSTIFIED,
    Office,
    Sheet,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.documents.wording import sentence
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.letter_texts import LetterField, Passage
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.referral import Referral, decided_instead
from konfkasus_gui.procedure.register import issued
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import ConsentGiver, DocumentKind

_KIND = DocumentKind.REFERRAL


def referral(
    office: Office,
    plan: Plan,
    student: Student,
    guardian: Guardian | None,
    written: Referral | None,
) -> bytes:
    """Who is handed over, what was ``written`` for the expert, and that the family agreed.

    (domain, 2.) What was not written leaves lines to fill in: nothing of the record goes out by
    itself. The letter leaves the school with the name, so the code of the case is not on it.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    width, case, school = office.width, plan.case, office.school
    numbered = issued(plan, _KIND)
    told = written or Referral(conference_id=plan.conference.id)
    recipient = told.recipient or (numbered.recipient if numbered else "")
    expert = letter.honoured(recipient)
    greeting, farewell = school.greeting.strip(), school.farewell.strip()
    values = {
        LetterField.STUDENT_NAME: student.name,
        LetterField.CLASS_NAME: case.class_name or student.class_name,
        LetterField.RECIPIENT: recipient,
    }
    closing = letter.words(office, Passage.REFERRAL_CLOSING, values)
    last = " ".join(filter(None, (_agreed(office, plan, values), closing)))
    parts: list[Flowable] = [
        *letterhead(school, width),
        *letter.head(
            office,
            number=numbered.number if numbered else "",
            dated=numbered.dated if numbered else office.dated,
            subject=_("Rujukan {students}").format(students=office.students.title()),
            nature=_("Rahasia"),
        ),
        *letter.addressee(
            [
                _("Yth. {name}").format(name=expert),
                "" if recipient.strip() else letter.NO_NUMBER,
                _("di tempat"),
            ]
        ),
        *([text(greeting, JUSTIFIED)] if greeting else []),
        *letter.paragraph(office, Passage.REFERRAL_OPENING, values),
        details(_identity(student, case.class_name, guardian), label=42, width=width, indent=10),
        fill_in(_("Yang teramati:"), width, _told(told.seen), lines=2),
        space(1),
        fill_in(_("Yang sudah diupayakan:"), width, _told(told.tried), lines=2),
        space(1),
        fill_in(_("Bantuan yang diharapkan:"), width, _told(told.wanted), lines=2),
        space(2),
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office),
            width,
            with_it=[
                *([text(last, JUSTIFIED)] if last else []),
                *([text(farewell, JUSTIFIED)] if farewell else []),
            ],
        ),
    ]
    return pages(
        [Sheet(parts=parts, foot=foot(_KIND, ""), named=True)],
        page=office.page,
        author=school.name,
        title=title(_KIND, case.code),
    )


def _identity(
    student: Student, class_name: str, guardian: Guardian | None
) -> list[tuple[str, str]]:
    born = ", ".join(
        part
        for part in (
            student.birth_place.strip(),
            long_date(student.birth_date) if student.birth_date else "",
        )
        if part
    )
    lines = [
        (_("Nama"), or_dots(student.name)),
        (_("Kelas"), or_dots(class_name or student.class_name)),
        (_("Tempat, tanggal lahir"), or_dots(born)),
        (_("Orang tua/wali"), or_dots(guardian.name if guardian else "")),
    ]
    if guardian is not None and guardian.phone.strip():
        lines.append((_("Nomor telepon"), guardian.phone.strip()))
    return lines


def _told(typed: str) -> str:
    own = " ".join(typed.split())
    return sentence(own) if own else ""


def _agreed(office: Office, plan: Plan, values: Mapping[LetterField, str]) -> str:
    """Who agreed to the referral, and when; never why somebody could not be asked."""
    consent = plan.consent(ConsentGiver.GUARDIAN)
    if decided_instead(consent):
        who = consent.decided_by.strip().rstrip(".")
        return letter.words(
            office, Passage.REFERRAL_DECIDED, {**values, LetterField.DECIDED_BY: who}
        )
    day = long_date(consent.given_on) if consent.given_on else ""
    return letter.words(office, Passage.REFERRAL_AGREED, {**values, LetterField.CONSENT_DAY: day})
