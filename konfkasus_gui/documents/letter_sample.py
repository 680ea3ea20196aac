"""Each letter with made-up names, for the settings to show how the school's wording reads."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from konfkasus_gui.documents.guardian_summary import guardian_summaries
from konfkasus_gui.documents.notices import notices
from konfkasus_gui.documents.paper import Office
from konfkasus_gui.documents.planning import invitations
from konfkasus_gui.documents.referral import referral
from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.confidentiality import Mask
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.family_summary import Agreed, FamilySummary
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.letter_texts import LetterText
from konfkasus_gui.procedure.numbering import case_code, letter_number
from konfkasus_gui.procedure.planning import Conference, Participant, Plan
from konfkasus_gui.procedure.school import Account, Guardian, School, Student, Wording
from konfkasus_gui.procedure.vocabulary import (
    ConsentGiver,
    ConsentState,
    DocumentKind,
    Field,
    Numbering,
    Origin,
    Relation,
)

_INVITED = {
    LetterText.INVITATION_FAMILY: Origin.FAMILY,
    LetterText.INVITATION_SCHOOL: Origin.SCHOOL,
    LetterText.INVITATION_OUTSIDE: Origin.OUTSIDE,
}
_NOTICES = {
    LetterText.POSTPONEMENT: DocumentKind.POSTPONEMENT,
    LetterText.CANCELLATION: DocumentKind.CANCELLATION,
}


def letter_sample(
    letter: LetterText,
    school: School,
    counselor: Account,
    wordings: tuple[Wording, ...],
    today: date,
) -> bytes:
    """``letter`` about nobody, with the school's texts, as a PDF.

    A letter that differs by its reader is drawn for each kind of reader.

    Raises:
        LogoUnusable: a picture of the letterhead is not usable.
    """
    office = Office(school=school, counselor=counselor, dated=today, wordings=wordings)
    plan = _plan(school, today)
    student = Student(name=_("Nama Siswa"), class_name="IX-A", birth_place=school.city)
    guardian = Guardian(student_id=0, relation=Relation.MOTHER, name=_("Nama Orang Tua"))
    nobody = Mask(code=plan.case.code, names=())
    if letter in _INVITED:
        guests = tuple(one for one in plan.participants if one.origin is _INVITED[letter])
        return invitations(office, replace(plan, participants=guests), student, nobody)
    if letter in _NOTICES:
        return notices(office, _NOTICES[letter], plan, student, nobody)
    rest: Mapping[LetterText, Callable[[], bytes]] = {
        LetterText.SECOND_INVITATION: lambda: invitations(
            office, plan, student, nobody, DocumentKind.SECOND_INVITATION
        ),
        LetterText.REFERRAL: lambda: referral(office, plan, student, guardian, None),
        LetterText.GUARDIAN_SUMMARY: lambda: guardian_summaries(
            office, [_summary(today)], student, plan.case.code
        ),
    }
    return rest[letter]()


def _plan(school: School, today: date) -> Plan:
    """A meeting in a week, to which three were invited today."""
    guests = tuple(
        Participant(id=place, conference_id=1, name=name, origin=origin, capacity=capacity)
        for place, (name, origin, capacity) in enumerate(
            (
                (_("Nama Orang Tua"), Origin.FAMILY, _("orang tua")),
                (_("Nama Guru, S.Pd."), Origin.SCHOOL, _("wali kelas")),
                (_("Nama Ahli, M.Psi."), Origin.OUTSIDE, _("psikolog")),
            ),
            1,
        )
    )
    number = ""
    if school.numbering is not Numbering.BLANK:
        number = letter_number(
            school.number_pattern,
            code=school.number_code,
            sequence=1,
            unit=school.number_unit,
            on=today,
        )
    return Plan(
        case=Case(
            id=1,
            code=case_code(today.year, 1),
            student_id=0,
            class_name="IX-A",
            opened_on=today,
            problem=_("Uraian masalah yang teramati."),
            tried=_("Uraian bantuan yang sudah diberikan."),
            fields=(Field.LEARNING,),
        ),
        conference=Conference(
            id=1,
            case_id=1,
            wanted=_("kehadiran dan tugas di kelas"),
            held_on=today + timedelta(days=7),
            starts_at=time(9),
            ends_at=time(10, 30),
            place=_("Ruang BK"),
            confirm_by=today + timedelta(days=3),
        ),
        consents=(
            Consent(
                case_id=1,
                giver=ConsentGiver.GUARDIAN,
                state=ConsentState.GIVEN,
                given_on=today - timedelta(days=3),
            ),
        ),
        participants=guests,
        letters=tuple(
            Letter(
                conference_id=1,
                participant_id=guest.id,
                number=number,
                dated=today,
                recipient=guest.name,
                subject="",
            )
            for guest in guests
        ),
    )


def _summary(today: date) -> FamilySummary:
    return FamilySummary(
        reader=_("Nama Orang Tua"),
        held_on=today,
        positive=(_("Hal baik yang dicatat dalam musyawarah."),),
        own=(Agreed(what=_("kesanggupan keluarga"), starts_on=today),),
        others=(Agreed(what=_("bantuan dari sekolah"), by=_("wali kelas")),),
        next_look=today + timedelta(days=14),
    )
