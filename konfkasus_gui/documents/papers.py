"""The one door to all papers: from the records of a case to the bytes of a PDF.

The builders load ReportLab, so they are imported when the first paper is drawn.
"""

from dataclasses import dataclass
from datetime import date

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.confidentiality import Mask, masked
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.school import Account, Guardian, School, Student
from konfkasus_gui.procedure.vocabulary import ConsentGiver, DocumentKind, Paper

_SHORTEST_NUMBER = 8


class NothingToDraw(KonfKasusError):
    """The records do not hold yet what the paper is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """All that the papers of one conference may be made of.

    ``dated`` is the day on letters that have no number yet, and on the follow-up plan; ``paper`` is
    the school's own when None; ``version`` is printed on final minutes.
    """

    school: School
    counselor: Account
    student: Student
    plan: Plan
    dated: date
    guardians: tuple[Guardian, ...] = ()
    meeting: Meeting | None = None
    follow_up: FollowUp | None = None
    paper: Paper | None = None
    version: int = 1


def build(kind: DocumentKind, materials: Materials) -> bytes:
    """The paper ``kind`` as a PDF, the same bytes for the same materials.

    A paper that shows the code gets only values in which the client's name was replaced by it.

    Raises:
        ConsentMissing, CaseNotOpen: an invitation may not be printed now.
        NothingToDraw: there is nobody to invite, or ``kind`` is not drawn.
        LogoUnusable: a logo is not a usable picture.
    """
    from konfkasus_gui.documents import consents, follow_up, meeting, minutes, planning
    from konfkasus_gui.documents.paper import Office

    office = Office(
        school=materials.school,
        counselor=materials.counselor,
        dated=materials.dated,
        paper=materials.paper,
        version=materials.version,
    )
    plan, mask = materials.plan, mask_of(materials)
    match kind:
        case DocumentKind.INVITATION:
            if not plan.participants:
                raise NothingToDraw(_("Belum ada peserta. Pilih peserta dahulu."))
            return planning.invitations(office, plan, materials.student, mask)
        case DocumentKind.CLIENT_CONSENT:
            return consents.client_consent(office, plan, materials.student)
        case DocumentKind.GUARDIAN_CONSENT:
            return consents.guardian_consent(office, plan, materials.student, _guardian(materials))
        case DocumentKind.ATTENDANCE_LIST:
            return meeting.attendance_list(office, masked(_meeting(materials), mask))
        case DocumentKind.PLEDGE:
            return meeting.pledge(office, masked(_meeting(materials), mask))
        case DocumentKind.MINUTES:
            return minutes.minutes(office, masked(_meeting(materials), mask))
        case DocumentKind.FOLLOW_UP_PLAN:
            return follow_up.follow_up_plan(office, masked(_follow_up(materials), mask))
        case _:
            raise NothingToDraw(_("Dokumen ini disimpan sebagai pindaian dan tidak disusun ulang."))


def mask_of(materials: Materials) -> Mask:
    """What hides the client on papers that show the code; adults of the case keep their names."""
    student, conference = materials.student, materials.plan.conference
    numbers = (student.nisn, student.nipd)
    adults = (
        *(guest.name for guest in materials.plan.participants),
        *(guardian.name for guardian in materials.guardians),
        conference.chair,
        conference.minute_taker,
        materials.counselor.name,
        materials.school.principal,
        materials.school.coordinator,
    )
    return Mask(
        code=materials.plan.case.code,
        names=(student.name, *(one for one in numbers if len(one) >= _SHORTEST_NUMBER)),
        adults=tuple(name for name in adults if name.strip()),
    )


def _guardian(materials: Materials) -> Guardian | None:
    """The guardian who was asked, else the first one."""
    asked = materials.plan.consent(ConsentGiver.GUARDIAN).name.strip().casefold()
    for guardian in materials.guardians:
        if asked and guardian.name.strip().casefold() == asked:
            return guardian
    return materials.guardians[0] if materials.guardians and not asked else None


def _meeting(materials: Materials) -> Meeting:
    return materials.meeting or Meeting(plan=materials.plan)


def _follow_up(materials: Materials) -> FollowUp:
    if materials.follow_up is not None:
        return materials.follow_up
    evaluation = Evaluation(conference_id=materials.plan.conference.id)
    return FollowUp(Appraisal(_meeting(materials), evaluation))
