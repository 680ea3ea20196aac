"""The one door to all papers: from the records of a case to the bytes of a PDF.

The builders load ReportLab, so they are imported when the first paper is drawn.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from konfkasus_gui.documents.heard import Heard, overheard
from konfkasus_gui.documents.naming import NAMING, TO_PARTICIPANTS, versioned
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.addendum import Addendum
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.confidentiality import Mask, Shown, masked
from konfkasus_gui.procedure.consent import AGREED, taken_back
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.procedure.family_summary import FamilySummary, family_summary
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.paper_state import CONSENT_NEEDED
from konfkasus_gui.procedure.planning import Conference, Participant, Plan, require_consent
from konfkasus_gui.procedure.referral import Referral, require_referral_consent
from konfkasus_gui.procedure.school import Account, Guardian, School, Student, Wording
from konfkasus_gui.procedure.vocabulary import ConsentGiver, DocumentKind, Origin, Paper

_SHORTEST_NUMBER = 8
_NEVER = date.min
FOR_PARTICIPANTS = (*TO_PARTICIPANTS, DocumentKind.CASE_SUMMARY)
"""The papers of which each participant gets an own one before the meeting."""


class NothingToDraw(KonfKasusError):
    """The records do not hold yet what the paper is made of."""


class ClientNamed(KonfKasusError):
    """A paper that shows the code would have named the client; nothing was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """All that the papers of one conference may be made of.

    ``dated`` is the day on letters that have no number yet, and on the follow-up plan, None on a
    blank form; ``paper`` is the school's own when None; ``version`` is printed on final minutes.
    ``recipient_ids`` are the participants whose copies are wanted, all if None;
    ``wordings`` are the texts of letters that the school wrote itself; ``addendum`` is the one that
    is drawn, None for an empty form.
    """

    school: School
    counselor: Account
    student: Student
    plan: Plan
    dated: date | None
    guardians: tuple[Guardian, ...] = ()
    meeting: Meeting | None = None
    follow_up: FollowUp | None = None
    paper: Paper | None = None
    version: int = 1
    recipient_ids: tuple[int, ...] | None = None
    wordings: tuple[Wording, ...] = ()
    addendum: Addendum | None = None
    referral: Referral | None = None


def build(kind: DocumentKind, materials: Materials) -> bytes:
    """The paper ``kind`` as a PDF, the same bytes for the same materials.

    A paper that shows the code gets only values in which the client's name was replaced by it, and
    is not drawn when the name stands on it all the same.

    Raises:
        ConsentMissing, CaseNotOpen: a paper that carries the case to others may not be printed now.
        NothingToDraw: there is nobody to write to, or ``kind`` is not drawn.
        ClientNamed: the paper would name the client against the table of ``naming``.
        LogoUnusable: a logo is not a usable picture.
    """
    return build_heard(kind, materials)[0]


def build_heard(kind: DocumentKind, materials: Materials) -> tuple[bytes, Heard]:
    """The paper ``kind`` as ``build`` makes it, and all that stands on it.

    Raises:
        ConsentMissing, CaseNotOpen, NothingToDraw, ClientNamed, LogoUnusable: see ``build``.
    """
    if kind in CONSENT_NEEDED:
        require_consent(materials.plan)
    if kind is DocumentKind.REFERRAL:
        require_referral_consent(materials.plan)
    if kind in FOR_PARTICIPANTS and not materials.plan.participants:
        raise NothingToDraw(_("Belum ada peserta. Pilih peserta dahulu."))
    content, heard = drawn(kind, materials)
    if NAMING[kind].shown is not Shown.NAME:
        _require_unnamed(kind, materials, heard.coded)
    return content, heard


def build_blank(
    kind: DocumentKind,
    school: School,
    paper: Paper | None = None,
    wordings: tuple[Wording, ...] = (),
) -> bytes:
    """The paper ``kind`` as an empty form (format kosong) under the school's letterhead.

    It bears no name, number or code of anyone, so that it may lie in a drawer: also those who sign
    write their own.

    Raises:
        NothingToDraw: ``kind`` is not drawn.
        LogoUnusable: a logo is not a usable picture.
    """
    unsigned = replace(
        school, principal="", principal_identity="", coordinator="", coordinator_identity=""
    )
    guests = tuple(Participant(conference_id=0, origin=origin) for origin in Origin)
    plan = Plan(
        case=Case(code="", student_id=0, opened_on=_NEVER),
        conference=Conference(case_id=0, number=0),
        participants=guests if kind in TO_PARTICIPANTS else (),
    )
    materials = Materials(
        school=unsigned,
        counselor=Account(name="", created_at=datetime.combine(_NEVER, time())),
        student=Student(name=""),
        plan=plan,
        dated=None,
        paper=paper,
        wordings=wordings,
    )
    return drawn(kind, materials)[0]


def drawn(kind: DocumentKind, materials: Materials) -> tuple[bytes, Heard]:
    """The paper from any materials, real or hollow, and the words on it.

    Raises:
        NothingToDraw: ``kind`` is not drawn.
        LogoUnusable: a logo is not a usable picture.
    """
    if kind not in NAMING:
        raise NothingToDraw(_("Dokumen ini tidak disusun dari catatan satu kasus."))
    version = 0 if materials.dated is None else materials.version
    with overheard() as heard, versioned(version):
        return _draw(kind, materials), heard


def _require_unnamed(kind: DocumentKind, materials: Materials, said: list[str]) -> None:
    """The second lock behind the mask: the words that were drawn do not name the client.

    Some names are ordinary words, as in "terima kasih" or "Jalan Kartini". Such a word is counted
    on the same paper with hollow records too: what the paper says of its own accord is no leak.

    Raises:
        ClientNamed: the records brought the name onto the paper.
    """
    mask = mask_of(materials)
    named = sum(map(mask.found, said))
    if not named:
        return
    if named > sum(map(mask.found, drawn(kind, hollow(materials))[1].coded)):
        raise ClientNamed(
            _(
                "{paper} tidak disusun karena nama atau nomor konseli masih tertulis di dalamnya."
                " Catatan kasus tidak berubah. Ganti nama itu dengan kode di catatan, lalu coba"
                " lagi."
            ).format(paper=kind.title)
        )


def hollow(materials: Materials) -> Materials:
    """``materials`` whose records say nothing: what a paper drawn from them says is its own."""
    return replace(
        materials,
        student=masked(materials.student, _emptied),
        plan=masked(materials.plan, _emptied),
        meeting=masked(materials.meeting, _emptied),
        follow_up=masked(materials.follow_up, _emptied),
        guardians=masked(materials.guardians, _emptied),
        addendum=masked(materials.addendum, _emptied),
        referral=masked(materials.referral, _emptied),
    )


def _emptied(text: str) -> str:
    return "x" if text.strip() else text


def _draw(kind: DocumentKind, materials: Materials) -> bytes:
    from konfkasus_gui.documents import (
        activity_report,
        addendum,
        case_summary,
        chair_sheet,
        commitment_sheet,
        consents,
        destruction,
        evaluation_sheet,
        follow_up,
        guardian_summary,
        meeting,
        minutes,
        monitoring_sheet,
        notices,
        official_report,
        planning,
        receipt,
        referral,
        service_plan,
        withdrawal,
    )
    from konfkasus_gui.documents.paper import Office

    office = Office(
        school=materials.school,
        counselor=materials.counselor,
        dated=materials.dated,
        paper=materials.paper,
        version=materials.version,
        wordings=materials.wordings,
    )
    plan, mask = materials.plan, mask_of(materials)
    match kind:
        case DocumentKind.INVITATION | DocumentKind.SECOND_INVITATION:
            return planning.invitations(office, plan, materials.student, mask, kind)
        case DocumentKind.CLIENT_CONSENT:
            return consents.client_consent(office, plan, materials.student)
        case DocumentKind.GUARDIAN_CONSENT:
            return consents.guardian_consent(office, plan, materials.student, _guardian(materials))
        case DocumentKind.CONSENT_WITHDRAWAL:
            guardian, givers = _guardian(materials), _withdrawing(plan)
            return withdrawal.consent_withdrawal(office, plan, materials.student, guardian, givers)
        case DocumentKind.SERVICE_PLAN:
            return service_plan.service_plan(office, masked(plan, mask))
        case DocumentKind.CASE_SUMMARY:
            gathered = masked(_meeting(materials), mask)
            return case_summary.case_summary(office, gathered, materials.recipient_ids)
        case DocumentKind.CHAIR_SHEET:
            return chair_sheet.chair_sheet(office, masked(_meeting(materials), mask))
        case DocumentKind.OFFICIAL_REPORT:
            return official_report.official_report(office, masked(_meeting(materials), mask))
        case DocumentKind.COMMITMENT_SHEET:
            gathered = masked(_meeting(materials), mask)
            return commitment_sheet.commitment_sheets(office, gathered, materials.recipient_ids)
        case DocumentKind.EVALUATION_SHEET:
            appraisal = masked(_follow_up(materials).appraisal, mask)
            return evaluation_sheet.evaluation_sheet(office, appraisal)
        case DocumentKind.ATTENDANCE_LIST:
            return meeting.attendance_list(office, masked(_meeting(materials), mask))
        case DocumentKind.PLEDGE:
            return meeting.pledge(office, masked(_meeting(materials), mask))
        case DocumentKind.MINUTES:
            return minutes.minutes(office, masked(_meeting(materials), mask))
        case DocumentKind.ADDENDUM:
            issued = masked(materials.addendum, mask)
            return addendum.addendum(office, masked(_meeting(materials), mask), issued)
        case DocumentKind.FOLLOW_UP_PLAN:
            return follow_up.follow_up_plan(office, masked(_follow_up(materials), mask))
        case DocumentKind.MONITORING_SHEET:
            followed = masked(_follow_up(materials), mask)
            return monitoring_sheet.monitoring_sheets(office, followed, materials.recipient_ids)
        case DocumentKind.GUARDIAN_SUMMARY:
            summaries, code = _family_summaries(materials), plan.case.code
            return guardian_summary.guardian_summaries(office, summaries, materials.student, code)
        case DocumentKind.ACTIVITY_REPORT:
            return activity_report.activity_report(office, masked(_follow_up(materials), mask))
        case DocumentKind.POSTPONEMENT | DocumentKind.CANCELLATION:
            return notices.notices(office, kind, plan, materials.student, mask)
        case DocumentKind.LETTER_RECEIPT:
            return receipt.letter_receipt(office, masked(plan, mask))
        case DocumentKind.REFERRAL:
            guardian = _guardian(materials)
            return referral.referral(office, plan, materials.student, guardian, materials.referral)
        case DocumentKind.DESTRUCTION:
            return destruction.destruction(office, masked(plan, mask))
        case _:
            raise NotImplementedError(kind)


def adults_of(materials: Materials) -> tuple[str, ...]:
    """The names of those who take part, write or sign: they may be named."""
    conference = materials.plan.conference
    names = (
        *(guest.name for guest in materials.plan.participants),
        *(letter.recipient for letter in materials.plan.letters),
        *(guardian.name for guardian in materials.guardians),
        conference.chair,
        conference.minute_taker,
        materials.counselor.name,
        materials.school.principal,
        materials.school.coordinator,
    )
    return tuple(name for name in names if name.strip())


def mask_of(materials: Materials) -> Mask:
    """What hides the client on papers that show the code; adults of the case keep their names."""
    student = materials.student
    numbers = (student.nisn, student.nipd)
    return Mask(
        code=materials.plan.case.code,
        names=(student.name, *(one for one in numbers if len(one) >= _SHORTEST_NUMBER)),
        adults=adults_of(materials),
    )


def _guardian(materials: Materials) -> Guardian | None:
    """The guardian who was asked, else the first one."""
    asked = materials.plan.consent(ConsentGiver.GUARDIAN).name.strip().casefold()
    for guardian in materials.guardians:
        if asked and guardian.name.strip().casefold() == asked:
            return guardian
    return materials.guardians[0] if materials.guardians and not asked else None


def _withdrawing(plan: Plan) -> tuple[ConsentGiver, ...]:
    """Who took a consent back, else who gave one, else who may be asked for one."""
    consents = [plan.consent(giver) for giver in ConsentGiver]
    back = tuple(consent.giver for consent in consents if taken_back(consent))
    gave = tuple(consent.giver for consent in consents if consent.state in AGREED)
    return back or gave or tuple(ConsentGiver)


def _family_summaries(materials: Materials) -> tuple[FamilySummary, ...]:
    """One for each invited member of the family; without any, one for the guardian."""
    relatives = [guardian.name for guardian in materials.guardians]
    readers: list[Participant | None] = [
        guest
        for guest in materials.plan.participants
        if guest.origin is Origin.FAMILY
        and (materials.recipient_ids is None or guest.id in materials.recipient_ids)
    ]
    followed, counselor = _follow_up(materials), materials.counselor.name
    if readers:
        return tuple(family_summary(followed, one, relatives, counselor) for one in readers)
    alone, guardian = family_summary(followed, None, relatives, counselor), _guardian(materials)
    if guardian is not None:
        alone = replace(alone, reader=guardian.name, capacity=guardian.relation.label)
    return (alone,)


def _meeting(materials: Materials) -> Meeting:
    return materials.meeting or Meeting(plan=materials.plan)


def _follow_up(materials: Materials) -> FollowUp:
    if materials.follow_up is not None:
        return materials.follow_up
    evaluation = Evaluation(conference_id=materials.plan.conference.id)
    return FollowUp(Appraisal(_meeting(materials), evaluation))
