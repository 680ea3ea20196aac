"""A paper together with what the identity check found on it."""

from dataclasses import dataclass, replace

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.naming import GUARDIANS_UNNAMED, NAMING
from konfkasus_gui.documents.papers import Materials
from konfkasus_gui.procedure.confidentiality import Shown
from konfkasus_gui.procedure.identity import Finding, IdentityCheck, People, of_its_own
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import DocumentKind


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """The bytes of a paper, and each place on it that would tell who somebody is."""

    content: bytes
    findings: tuple[Finding, ...] = ()


def build_checked(
    kind: DocumentKind, materials: Materials, students: tuple[str, ...] = ()
) -> CheckedPaper:
    """The paper ``kind`` as ``papers.build`` makes it, looked through before it leaves.

    On a sheet that may name the client only ``students`` are looked for, the full names of all
    others of the school; on the others also the client and the family: those of it who take part
    may stand where the table says so.

    Raises:
        ConsentMissing, CaseNotOpen, NothingToDraw, ClientNamed, LogoUnusable: see ``papers.build``.
    """
    content, heard = papers.build_heard(kind, materials)
    coded, named = _checks(kind, materials, students)
    findings = (*coded(heard.coded), *named(heard.named))
    if findings:
        own = papers.drawn(kind, _hollow_but_for_names(materials))[1]
        findings = of_its_own(findings, (*coded(own.coded), *named(own.named)))
    return CheckedPaper(content, findings)


def _checks(
    kind: DocumentKind, materials: Materials, students: tuple[str, ...]
) -> tuple[IdentityCheck, IdentityCheck]:
    """What looks through the sheets that show the code, and through those that may name."""
    code, adults = materials.plan.case.code, papers.adults_of(materials)
    mine = materials.student.name.casefold().split()
    others = tuple(name for name in students if name.casefold().split() != mine)
    named = People(code=code, students=others, adults=adults)
    if NAMING[kind].shown is Shown.NAME:
        return IdentityCheck(named), IdentityCheck(named)
    relatives = tuple(
        guardian
        for guardian in materials.guardians
        if kind in GUARDIANS_UNNAMED or not _takes_part(guardian, materials.plan)
    )
    unnamed = {guardian.name for guardian in relatives}
    coded = replace(
        named,
        client=materials.student,
        guardians=relatives,
        adults=tuple(adult for adult in adults if adult not in unnamed),
    )
    return IdentityCheck(coded), IdentityCheck(named)


def _takes_part(guardian: Guardian, plan: Plan) -> bool:
    """Whether papers may name the guardian, as one of those who met."""
    name = guardian.name.casefold().split()
    return any(guest.name.casefold().split() == name for guest in plan.participants)


def _hollow_but_for_names(materials: Materials) -> Materials:
    """Hollow records that still say to whom each copy or letter goes."""
    hollow = papers.hollow(materials)
    student = materials.student
    meeting, held = materials.meeting, hollow.meeting
    if meeting is not None and held is not None:
        held = replace(held, plan=_named(meeting.plan, held.plan))
    return replace(
        hollow,
        student=Student(id=student.id, name=student.name, nisn=student.nisn, nipd=student.nipd),
        plan=_named(materials.plan, hollow.plan),
        meeting=held,
    )


def _named(plan: Plan, hollow: Plan) -> Plan:
    guests = tuple(
        replace(emptied, name=guest.name)
        for guest, emptied in zip(plan.participants, hollow.participants, strict=True)
    )
    return replace(hollow, participants=guests)
