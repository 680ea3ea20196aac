"""What a coordinator does with cases whose time is over: keep them longer, or destroy them."""

from collections.abc import Sequence
from dataclasses import replace

from konfkasus_gui.procedure import retention
from konfkasus_gui.procedure.account import require_coordinator
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Document, fingerprint
from konfkasus_gui.procedure.retention import KeptCase
from konfkasus_gui.procedure.school import Account, School
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens.backups import Made
from konfkasus_gui.screens.session import Session


def set_years(session: Session, years: int) -> School:
    """Let closed cases be kept for ``years`` after the pupil left.

    Raises:
        AccountRefused: whoever is at work does not coordinate.
    """
    require_coordinator(session.account)
    return session.save(replace(session.school, retention_years=years))


def keep_longer(session: Session, cases: Sequence[KeptCase]) -> None:
    """Keep ``cases`` a year longer from today on.

    Raises:
        AccountRefused: whoever is at work does not coordinate.
        StillKept: one of them is at work again.
    """
    require_coordinator(session.account)
    with session.together():
        for one in cases:
            case = retention.kept_longer(session.get(Case, one.case_id), session.today())
            session.save(case)
            session.note(Deed.KEPT_LONGER, case.id)


def destroy(session: Session, cases: Sequence[KeptCase], made: Made) -> Document:
    """Destroy the records of ``cases`` and keep the minutes of it, all or nothing.

    ``made`` is the backup that was made and proven just before.

    Raises:
        AccountRefused: whoever is at work does not coordinate.
        StillKept: the time of one of them is not over, or it was opened again.
        LogoUnusable: the minutes cannot be drawn; nothing was destroyed.
        ValueError: ``made`` is no proven backup of just now, which is a bug.
    """
    require_coordinator(session.account)
    manifest = made.backup.manifest
    if manifest is None or manifest.made_at.date() != session.today():
        raise ValueError("nothing is destroyed without a backup")
    school, today = session.school, session.today()
    still = {one.case_id: one for one in session.lists.left_cases()}
    for one in cases:
        if one.case_id not in still:
            raise retention.StillKept(one.code)
        retention.require_over(still[one.case_id], school.retention_years, today)
    content = minutes(session, cases)
    with session.together():
        for one in cases:
            line = session.history_line(Deed.DESTROYED)
            session.save(replace(line, code=one.code))
            session.archive.destroy(one.case_id)
        kept = session.save(
            Document(
                kind=DocumentKind.DESTRUCTION,
                title=DocumentKind.DESTRUCTION.title,
                paper=school.paper,
                content=content,
                sha256=fingerprint(content),
                kept_at=session.now(),
            )
        )
    session.refresh()
    return kept


def minutes(session: Session, cases: Sequence[KeptCase]) -> bytes:
    """The paper that says which cases were destroyed.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    from konfkasus_gui.documents.destroyed import destroyed  # ReportLab loads late
    from konfkasus_gui.documents.paper import Office

    school, today = session.school, session.today()
    counselor = session.account or Account(name="", created_at=session.now())
    office = Office(school=school, counselor=counselor, dated=today)
    return destroyed(office, cases, school.retention_years)
