"""What a paper is drawn from, read from the open archive."""

from konfkasus_gui.documents.papers import Materials
from konfkasus_gui.procedure.school import Account, Wording
from konfkasus_gui.screens.session import Session


def materials(session: Session, conference_id: int) -> Materials:
    """All that any paper of one conference may need, as the archive has it now."""
    followed = session.follow_up(conference_id)
    held = followed.appraisal.meeting
    student = session.student_of(held.plan)
    addenda = session.lists.addenda(conference_id)
    return Materials(
        school=session.school,
        counselor=session.account or Account(name="", created_at=session.now()),
        student=student,
        plan=held.plan,
        dated=session.today(),
        guardians=session.lists.guardians(student.id),
        meeting=held,
        follow_up=followed,
        addendum=addenda[-1] if addenda else None,
        referral=session.lists.referral(conference_id),
        wordings=session.archive.every(Wording),
    )
