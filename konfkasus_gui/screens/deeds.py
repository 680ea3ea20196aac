"""What a counselor does: a rule, what it changes, and its line in the history, all or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.naming import TO_PARTICIPANTS
from konfkasus_gui.language import _
from konfkasus_gui.procedure import case as cases
from konfkasus_gui.procedure import closing, conduct, pausing, planning, register, withdrawal
from konfkasus_gui.procedure import follow_on as following
from konfkasus_gui.procedure.addendum import Addendum
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import AGREED, Consent, ConsentMissing, withdraw
from konfkasus_gui.procedure.evaluation import Evaluation
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.letter import Document, fingerprint
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.planning import Conference, Participant, Plan
from konfkasus_gui.procedure.vocabulary import (
    AssessmentKind,
    ConsentGiver,
    ConsentState,
    DocumentKind,
    LetterState,
    Paper,
    Service,
    Stage,
)
from konfkasus_gui.screens import letter_deeds
from konfkasus_gui.screens.materials import materials
from konfkasus_gui.screens.session import Session

_REMEMBERED = {
    ConsentState.GIVEN: Deed.CONSENT_RECORDED,
    ConsentState.CONDITIONAL: Deed.CONSENT_RECORDED,
    ConsentState.REFUSED: Deed.CONSENT_REFUSED,
}


def open_case(session: Session, draft: Case) -> Case:
    """Keep a new case under the next code of the year."""
    with session.together():
        kept = session.save(session.register.open_case(draft))
        session.note(Deed.CASE_OPENED, kept.id)
    return kept


def accept_case(session: Session, case: Case, danger_reason: str = "") -> Conference:
    """Let the case go on to its first conference; see ``case.danger_waiver`` for the reason."""
    with session.together():
        session.save(cases.accept(case))
        session.note(Deed.CASE_ACCEPTED, case.id)
        meetings = session.lists.conferences(case.id)
        first = meetings[-1] if meetings else session.save(_first_conference(session, case))
        waiver = cases.danger_waiver(case, first.id, danger_reason, session.now())
        if waiver is not None and danger_reason:
            session.save(waiver)
    return first


def decline_case(session: Session, case: Case, service: Service, danger_reason: str = "") -> Case:
    """Close the case because another service serves it better; see ``case.decline``."""
    with session.together():
        closed = session.save(cases.decline(case, service, session.today(), danger_reason))
        session.note(Deed.CASE_CLOSED, case.id, service.label)
    return closed


def reopen_case(session: Session, case: Case) -> Case:
    """Open a closed case again; while a withdrawal stands, it stays frozen."""
    meetings = session.lists.conferences(case.id)
    frozen = bool(meetings) and planning.withdrawn(session.plan(meetings[-1].id))
    with session.together():
        opened = session.save(withdrawal.reopen(case, frozen=frozen))
        session.note(Deed.CASE_REOPENED, case.id)
    return opened


def close_case(session: Session, followed: FollowUp, reason: str = "", note: str = "") -> Case:
    """Close the case once every action has ended.

    ``reason`` says why actions that have not are given up, in all its meetings; ``note`` is the
    closing note, if it was not written yet.

    Raises:
        CaseUnfinished, ActionsOpen: see ``closing.close``.
    """
    with session.together():
        if note:
            session.save(replace(followed.case, closing_note=note))
        if reason:
            for conference in session.lists.conferences(followed.case.id):
                for action in session.follow_up(conference.id).chosen():
                    given_up = closing.dropped(action, reason, session.today())
                    if given_up != action:
                        session.save(given_up)
        if note or reason:
            followed = session.follow_up(followed.conference.id)
        closed = session.save(closing.close(followed, session.today()))
        session.finish_stage(followed.conference.id, Stage.FOLLOW_UP)
        session.note(Deed.CASE_CLOSED, closed.id)
    return closed


def may_correct(session: Session, conference_id: int, giver: ConsentGiver) -> bool:
    """Whether the answer of ``giver`` may be put right: no meeting of the case stands on it."""
    case_id = session.plan(conference_id).case.id
    return all(
        planning.may_correct(session.plan(one.id), giver)
        for one in session.lists.conferences(case_id)
    )


def record_consent(session: Session, conference_id: int, consent: Consent) -> Consent:
    """Keep an answer; a new consent opens a case that a withdrawal had frozen.

    Raises:
        ConsentMissing: letters or meetings stand on the agreement, which only a withdrawal ends.
    """
    before = session.plan(conference_id).consent(consent.giver)
    ended = before.state in AGREED and consent.state not in AGREED
    if ended and not may_correct(session, conference_id, consent.giver):
        raise ConsentMissing(
            _("Undangan atau pertemuan sudah bertumpu pada persetujuan ini. Pakai Tarik kembali.")
        )
    with session.together():
        kept = session.save(consent)
        plan = session.plan(conference_id)
        thawed = withdrawal.thaw(plan)
        if thawed != plan.case:
            session.save(thawed)
        if kept.state is not before.state and kept.state in _REMEMBERED:
            session.note(_REMEMBERED[kept.state], kept.case_id, kept.giver.label)
    return kept


def withdraw_consent(session: Session, conference_id: int, consent: Consent) -> None:
    """Take a consent back: the case freezes at once, open invitations of all its meetings lapse.

    Raises:
        ConsentMissing: there is no consent to take back.
    """
    with session.together():
        session.save(withdraw(consent, session.today()))
        cancelled = 0
        for conference in session.lists.conferences(consent.case_id):
            stopped = withdrawal.stop(session.plan(conference.id))
            if stopped.conference is not None:
                session.save(stopped.conference)
                reason = _("persetujuan ditarik kembali")
                session.save(
                    Pause(conference_id=conference.id, began_at=session.now(), reason=reason)
                )
                session.note(Deed.CONFERENCE_PAUSED, consent.case_id)
            for letter in stopped.letters:
                session.save(letter)
            cancelled += len(stopped.letters)
        session.save(withdrawal.freeze(session.plan(conference_id).case))
        session.note(Deed.CONSENT_WITHDRAWN, consent.case_id, consent.giver.label)
        if cancelled:
            session.note(Deed.LETTERS_CANCELLED, consent.case_id, str(cancelled))


def keep_document(
    session: Session,
    plan: Plan,
    kind: DocumentKind,
    content: bytes,
    deed: Deed,
    *,
    paper: Paper | None = None,
    guests: Sequence[Participant] | None = None,
) -> Document:
    """Keep the bytes of a paper that was printed or saved, with their SHA-256.

    ``paper`` is the school's if None; ``guests`` are those whose invitations it holds, all if None.
    """
    earlier = [
        kept
        for kept in session.lists.documents(plan.case.id)
        if kept.kind is kind and kept.conference_id == plan.conference.id
    ]
    sha256 = fingerprint(content)
    with session.together():
        session.note(deed, plan.case.id, kind.label)
        if kind in TO_PARTICIPANTS and deed is Deed.PRINTED:
            for guest in plan.participants if guests is None else guests:
                letter = register.issued(plan, kind, guest)
                if letter is not None and letter.state is LetterState.ISSUED:
                    session.save(register.turned(letter, LetterState.PRINTED))
        for kept in earlier:
            if kept.sha256 == sha256:
                return kept
        return session.save(
            Document(
                case_id=plan.case.id,
                conference_id=plan.conference.id,
                kind=kind,
                title=kind.title,
                version=len(earlier) + 1,
                paper=paper or session.school.paper,
                content=content,
                sha256=sha256,
                kept_at=session.now(),
            )
        )


def keep_letter_book(
    session: Session, title: str, content: bytes, deed: Deed, paper: Paper
) -> Document:
    """Keep the bytes of the register of one year that was printed or saved."""
    earlier = letter_books(session, title)
    sha256 = fingerprint(content)
    with session.together():
        session.note(deed, note=title)
        for kept in earlier:
            if kept.sha256 == sha256:
                return kept
        return session.save(
            Document(
                kind=DocumentKind.LETTER_BOOK,
                title=title,
                version=len(earlier) + 1,
                paper=paper,
                content=content,
                sha256=sha256,
                kept_at=session.now(),
            )
        )


def letter_books(session: Session, title: str) -> tuple[Document, ...]:
    """The kept versions of the register of one year without their bytes, newest first."""
    return tuple(kept for kept in session.lists.documents(None) if kept.title == title)


def open_conference(session: Session, meeting: Meeting) -> Conference:
    """Begin the meeting, or go on after a pause.

    Raises:
        ConsentMissing, CaseNotOpen, MinutesFinal: see ``conduct.open_meeting``.
    """
    resumed = meeting.conference.opened_at is not None
    with session.together():
        running = session.save(conduct.open_meeting(meeting, session.now()))
        _end_pause(session, meeting)
        deed = Deed.CONFERENCE_RESUMED if resumed else Deed.CONFERENCE_OPENED
        session.note(deed, meeting.plan.case.id)
    return running


def pause_conference(
    session: Session, meeting: Meeting, reason: str = "", resumes_on: date | None = None
) -> Conference:
    """Let the meeting rest; ``resumes_on`` is a day on which it goes on, if one was agreed upon."""
    with session.together():
        paused = session.save(conduct.pause(meeting.conference))
        _end_pause(session, meeting)
        session.save(
            Pause(
                conference_id=paused.id,
                began_at=session.now(),
                resumes_on=resumes_on,
                reason=reason,
            )
        )
        session.note(Deed.CONFERENCE_PAUSED, meeting.plan.case.id)
    return paused


def record_cut(session: Session, meeting: Meeting, since: datetime) -> Pause:
    """Keep that the meeting was cut off from ``since`` until now, by a power cut or the like."""
    with session.together():
        kept = session.save(pausing.cut_off(meeting, since, session.now()))
        session.note(Deed.CONFERENCE_RESUMED, meeting.plan.case.id, kept.reason)
    return kept


def close_conference(session: Session, meeting: Meeting, reason: str = "") -> Conference:
    """End the meeting; ``reason`` when it ends before its last agenda item."""
    with session.together():
        _end_pause(session, meeting)
        held = session.save(conduct.close_meeting(meeting.conference, session.now(), reason))
        session.note(Deed.CONFERENCE_CLOSED, meeting.plan.case.id)
    return held


def postpone_conference(
    session: Session,
    plan: Plan,
    held_on: date | None,
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> Conference:
    """Move the meeting to another day, at other hours if given; its letters are replaced.

    The numbers of the old letters stay in the register.

    Raises:
        MeetingHeld: see ``conduct.postpone``.
    """
    with session.together():
        letter_deeds.replace_letters(session, plan, plan.letters)
        moved = conduct.postpone(plan.conference, held_on)
        if starts_at is not None:
            moved = replace(moved, starts_at=starts_at, ends_at=ends_at)
        moved = session.save(moved)
        session.note(Deed.CONFERENCE_POSTPONED, plan.case.id)
    return moved


def finalise_minutes(session: Session, meeting: Meeting) -> Conference:
    """Make the minutes final: they never change again, and their paper is kept as it is now.

    Raises:
        MinutesFinal: they are final already.
        LogoUnusable: a logo of the letterhead is not a usable picture.
    """
    with session.together():
        final = session.save(conduct.finalise(meeting, session.now()))
        session.finish_stage(final.id, Stage.MEETING)
        plan = session.plan(final.id)
        drafts = sum(
            kept.kind is DocumentKind.MINUTES and kept.conference_id == final.id
            for kept in session.lists.documents(plan.case.id)
        )
        held = replace(materials(session, final.id), version=drafts + 1)
        content = papers.build(DocumentKind.MINUTES, held)
        keep_document(session, plan, DocumentKind.MINUTES, content, Deed.MINUTES_FINAL)
    return final


def issue_addendum(session: Session, addendum: Addendum, content: bytes) -> Addendum:
    """Keep a correction of final minutes together with its paper, for good.

    Raises:
        AddendumRefused: the minutes are not final, or it was issued already.
    """
    plan = session.plan(addendum.conference_id)
    with session.together():
        kept = session.save(addendum)
        session.save(
            Document(
                case_id=plan.case.id,
                conference_id=addendum.conference_id,
                kind=DocumentKind.ADDENDUM,
                title=addendum.title,
                version=addendum.number,
                paper=session.school.paper,
                content=content,
                sha256=fingerprint(content),
                kept_at=session.now(),
            )
        )
        session.note(Deed.ADDENDUM_ISSUED, plan.case.id, str(addendum.number))
    return kept


def finish_evaluation(session: Session, evaluation: Evaluation) -> Evaluation:
    """Date the evaluation; the case goes on to its follow-up, with its three assessments due."""
    with session.together():
        dated = replace(evaluation, evaluated_on=evaluation.evaluated_on or session.today())
        kept = session.save(dated)
        for kind in AssessmentKind:
            assessment = session.follow_up(evaluation.conference_id).assessment(kind)
            if not assessment.id:
                session.save(assessment)
        session.finish_stage(evaluation.conference_id, Stage.EVALUATION)
    return kept


def follow_on(session: Session, plan: Plan) -> Conference:
    """A further meeting of the case: the same participants, and what was left open."""
    followed = session.follow_up(plan.conference.id)
    number = len(session.lists.conferences(plan.case.id)) + 1
    with session.together():
        conference = session.save(following.next_meeting(followed, number))
        for guest in plan.participants:
            session.save(following.invited_again(guest, conference.id))
        session.note(Deed.CONFERENCE_ADDED, plan.case.id)
    return conference


def _end_pause(session: Session, meeting: Meeting) -> None:
    resting = pausing.standing(meeting.pauses)
    if resting is not None:
        session.save(pausing.ended(resting, session.now()))


def _first_conference(session: Session, case: Case) -> Conference:
    chair = session.account.name if session.account else ""
    return Conference(case_id=case.id, chair=chair)
