"""A paper together with what the checks of identity and language found on it."""

from dataclasses import dataclass, replace

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.naming import GUARDIANS_UNNAMED, NAMING
from konfkasus_gui.documents.papers import Materials
from konfkasus_gui.procedure.confidentiality import Shown
from konfkasus_gui.procedure.identity import Finding, IdentityCheck, People, nicknames, of_its_own
from konfkasus_gui.procedure.neutral_words import (
    JudgingSentence,
    NeutralCheck,
    judging_sentences,
)
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import DocumentKind, RemarkKind


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """The bytes of a paper, each place on it that would tell who somebody is, and what judges."""

    content: bytes
    findings: tuple[Finding, ...] = ()
    judging: tuple[JudgingSentence, ...] = ()


def build_checked(
    kind: DocumentKind,
    materials: Materials,
    students: tuple[str, ...] = (),
    neutral: NeutralCheck | None = None,
) -> CheckedPaper:
    """The paper ``kind`` as ``papers.build`` makes it, looked through before it leaves.

    On a sheet that may name the client only ``students`` are looked for, the full names of all
    others of the school; on the others also the client and the family: those of it who take part
    may stand where the table says so.
    With ``neutral`` sentences that judge are looked for too; the client's own words judge nobody.

    Raises:
        ConsentMissing, CaseNotOpen, NothingToDraw, ClientNamed, LogoUnusable: see ``papers.build``.
    """
    content, heard = papers.build_heard(kind, materials)
    coded, named = _checks(kind, materials, students)
    findings = (*coded(heard.coded), *named(heard.named))
    if findings:
        own = papers.drawn(kind, _hollow_but_for_names(materials))[1]
        findings = of_its_own(findings, (*coded(own.coded), *named(own.named)))
    judging: tuple[JudgingSentence, ...] = ()
    if neutral is not None:
        quoted = _own_words(materials)
        said = (text for text in (*heard.coded, *heard.named) if not text.endswith(quoted))
        judging = judging_sentences(neutral, said)
    return CheckedPaper(content, findings, judging)


def _checks(
    kind: DocumentKind, materials: Materials, students: tuple[str, ...]
) -> tuple[IdentityCheck, IdentityCheck]:
    """What looks through the sheets that show the code, and through those that may name."""
    code, adults = materials.plan.case.code, papers.adults_of(materials)
    others = without_namesakes(students, materials.student)
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
        nicknames=nicknames(materials.student),
        guardians=relatives,
        adults=tuple(adult for adult in adults if adult not in unnamed),
    )
    return IdentityCheck(coded), IdentityCheck(named)


def _takes_part(guardian: Guardian, plan: Plan) -> bool:
    """Whether papers may name the guardian, as one of those who met."""
    name = guardian.name.casefold().split()
    return any(guest.name.casefold().split() == name for guest in plan.participants)


def without_namesakes(names: tuple[str, ...], student: Student) -> tuple[str, ...]:
    """``names`` of other students without those who are called exactly like ``student``."""
    mine = student.name.casefold().split()
    return tuple(name for name in names if name.casefold().split() != mine)


def _own_words(materials: Materials) -> tuple[str, ...]:
    """What the client said, as it stands on papers that show the code."""
    if materials.meeting is None:
        return ()
    mask = papers.mask_of(materials)
    said = (remark.text for remark in materials.meeting.remarked(RemarkKind.CLIENT))
    return tuple(masked for text in said if (masked := mask(text).strip()))


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
