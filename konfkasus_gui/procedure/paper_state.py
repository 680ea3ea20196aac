"""Which papers of a case may be printed now, and what became of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.case import require_open
from konfkasus_gui.procedure.consent import AGREED
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.planning import (
    INVITING,
    RETIRED,
    Plan,
    consented,
    require_consent,
    withdrawn,
)
from konfkasus_gui.procedure.referral import may_refer, require_referral_consent
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentManner,
    ConsentState,
    DocumentKind,
    LetterState,
)


class PaperState(Enum):
    """Where a paper stands."""

    LATER = "later"
    STOPPED = "stopped"
    READY = "ready"
    PARTLY = "partly"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of a conference: its name, how it stands, and the word for that."""

    kind: DocumentKind
    title: str
    state: PaperState
    words: str

    @property
    def openable(self) -> bool:
        """Whether the paper can be looked at and printed now."""
        return self.state not in (PaperState.LATER, PaperState.STOPPED)


def paper_lines(followed: FollowUp, kept: Iterable[Document]) -> tuple[PaperLine, ...]:
    """The papers of one conference, in the order in which they are needed.

    After a withdrawal nothing more is printed (product rule); ``kept`` are the case's documents.
    """
    plan = followed.appraisal.meeting.plan
    own = (None, plan.conference.id)
    printed = {document.kind for document in kept if document.conference_id in own}
    stopped = withdrawn(plan) or plan.case.state is CaseState.FROZEN
    return tuple(_line(kind, followed, printed, stopped=stopped) for kind in _RULES)


CONSENT_FORMS = (
    DocumentKind.CLIENT_CONSENT,
    DocumentKind.GUARDIAN_CONSENT,
    DocumentKind.CONSENT_WITHDRAWAL,
    DocumentKind.CANCELLATION,
    DocumentKind.DESTRUCTION,
)
"""The papers of a withdrawal itself, of what follows it, and of a new consent after it."""

CONSENT_NEEDED = (
    DocumentKind.INVITATION,
    DocumentKind.SECOND_INVITATION,
    DocumentKind.POSTPONEMENT,
    DocumentKind.CASE_SUMMARY,
    DocumentKind.REFERRAL,
)
"""The papers that carry the case to others: only in an open case to which the client agreed."""


def require_printable(plan: Plan, kind: DocumentKind) -> None:
    """Stop unless a paper may be looked at and printed now.

    After a withdrawal only the forms of the withdrawal and of a new consent may (product rule); a
    closed case keeps its papers.

    Raises:
        ConsentMissing, CaseNotOpen: see ``planning.require_consent``, ``case.require_open`` and
            ``referral.require_referral_consent``.
    """
    if kind in CONSENT_FORMS:
        return
    if kind not in CONSENT_NEEDED and plan.case.state is CaseState.FROZEN:
        require_open(plan.case)
    elif kind is DocumentKind.REFERRAL:
        require_referral_consent(plan)
    elif kind in CONSENT_NEEDED or withdrawn(plan):
        require_consent(plan)


Standing = tuple[PaperState, str]


def _line(
    kind: DocumentKind, followed: FollowUp, printed: set[DocumentKind], *, stopped: bool
) -> PaperLine:
    state, words = _RULES[kind](followed, kind in printed)
    title = kind.title
    count = len(followed.appraisal.meeting.plan.participants)
    if kind is DocumentKind.INVITATION and count:
        title = f"{title} ({count})"
    if stopped and kind not in CONSENT_FORMS and state is not PaperState.LATER:
        return PaperLine(kind, title, PaperState.STOPPED, _("dihentikan"))
    return PaperLine(kind, title, state, words)


_GIVEN: dict[ConsentManner | None, str] = {
    ConsentManner.WRITTEN: N_("ditandatangani"),
    ConsentManner.ORAL: N_("tercatat lisan"),
    None: N_("diberikan"),
}
"""What is said of a consent that was given: how, if somebody has said how."""


def _consent(giver: ConsentGiver, followed: FollowUp, printed: bool) -> Standing:
    consent = followed.appraisal.meeting.plan.consent(giver)
    if consent.state in AGREED:
        return PaperState.DONE, _(_GIVEN[consent.manner])
    if consent.state is ConsentState.UNOBTAINABLE:
        return PaperState.LATER, consent.state.label
    return _printed_or_ready(printed)


def _client_consent(followed: FollowUp, printed: bool) -> Standing:
    return _consent(ConsentGiver.CLIENT, followed, printed)


def _guardian_consent(followed: FollowUp, printed: bool) -> Standing:
    return _consent(ConsentGiver.GUARDIAN, followed, printed)


def _consent_withdrawal(followed: FollowUp, printed: bool) -> Standing:
    plan = followed.appraisal.meeting.plan
    if printed:
        return PaperState.DONE, _("dicetak")
    if withdrawn(plan):
        return PaperState.PARTLY, _("belum dicetak")
    if any(consent.state in AGREED for consent in plan.consents):
        return PaperState.READY, _("bila diperlukan")
    return PaperState.LATER, _("setelah persetujuan")


def _service_plan(followed: FollowUp, printed: bool) -> Standing:
    if not followed.appraisal.meeting.plan.participants:
        return PaperState.LATER, _("setelah peserta dipilih")
    return _printed_or_ready(printed)


def _case_summary(followed: FollowUp, printed: bool) -> Standing:
    plan = followed.appraisal.meeting.plan
    if not consented(plan):
        return PaperState.LATER, _("setelah persetujuan")
    if not plan.participants:
        return PaperState.LATER, _("setelah peserta dipilih")
    if not plan.shareable():
        return PaperState.LATER, _("setelah data dipilih")
    return _printed_or_ready(printed)


def _invitation(followed: FollowUp, _printed: bool) -> Standing:
    plan = followed.appraisal.meeting.plan
    if not consented(plan):
        return PaperState.LATER, _("setelah persetujuan")
    if not plan.participants:
        return PaperState.LATER, _("setelah peserta dipilih")
    letters = [
        letter
        for letter in plan.letters
        if letter.kind is DocumentKind.INVITATION and letter.state not in RETIRED
    ]
    if not letters:
        return PaperState.PARTLY, _("belum bernomor")
    done = sum(letter.state is not LetterState.ISSUED for letter in letters)
    if done == len(plan.participants):
        return PaperState.DONE, _("dicetak")
    return PaperState.PARTLY, _("{n} / {total} dicetak").format(
        n=done, total=len(plan.participants)
    )


def _attendance_list(followed: FollowUp, printed: bool) -> Standing:
    if not followed.appraisal.meeting.plan.participants:
        return PaperState.LATER, _("setelah peserta dipilih")
    return _printed_or_ready(printed)


def _pledge(followed: FollowUp, printed: bool) -> Standing:
    meeting = followed.appraisal.meeting
    present = len(meeting.present())
    if not present:
        return _attendance_list(followed, printed)
    pledged = present - len(meeting.unpledged())
    words = _("{n} / {total} berikrar").format(n=pledged, total=present)
    return PaperState.DONE if pledged == present else PaperState.PARTLY, words


def _minutes(followed: FollowUp, _printed: bool) -> Standing:
    conference = followed.conference
    if conference.opened_at is None:
        return PaperState.LATER, _("setelah konferensi")
    if conference.minutes_final_at is None:
        return PaperState.PARTLY, _("belum final")
    return PaperState.DONE, _("final")


def _addendum(followed: FollowUp, printed: bool) -> Standing:
    if followed.conference.minutes_final_at is None:
        return PaperState.LATER, _("setelah notulen final")
    return (PaperState.DONE, _("ada")) if printed else (PaperState.READY, _("bila diperlukan"))


def _official_report(followed: FollowUp, printed: bool) -> Standing:
    state, words = _minutes(followed, printed)
    return _printed_or_ready(printed) if state is PaperState.DONE else (state, words)


def _commitment_sheet(followed: FollowUp, printed: bool) -> Standing:
    if followed.conference.opened_at is None:
        return PaperState.LATER, _("setelah konferensi")
    return _printed_or_ready(printed)


def _evaluation_sheet(followed: FollowUp, printed: bool) -> Standing:
    if followed.conference.opened_at is None:
        return PaperState.LATER, _("setelah konferensi")
    if followed.appraisal.evaluation.evaluated_on is None:
        return PaperState.PARTLY, _("belum selesai")
    return _printed_or_ready(printed)


def _follow_up_plan(followed: FollowUp, printed: bool) -> Standing:
    if followed.appraisal.evaluation.evaluated_on is None:
        return PaperState.LATER, _("setelah evaluasi")
    if not followed.chosen():
        return PaperState.LATER, _("setelah ada tindakan")
    return _printed_or_ready(printed)


def _after_evaluation(followed: FollowUp, printed: bool) -> Standing:
    if followed.appraisal.evaluation.evaluated_on is None:
        return PaperState.LATER, _("setelah evaluasi")
    return _printed_or_ready(printed)


def _notice(
    states: tuple[LetterState, ...], later: str, ready: str
) -> "Callable[[FollowUp, bool], Standing]":
    """A letter that is due once an invitation came into one of ``states``, until it was held."""

    def standing(followed: FollowUp, printed: bool) -> Standing:
        plan = followed.appraisal.meeting.plan
        if printed:
            return PaperState.DONE, _("dicetak")
        if plan.conference.state is ConferenceState.HELD:
            return PaperState.LATER, _("tidak diperlukan")
        invited = [letter for letter in plan.letters if letter.kind in INVITING]
        if not any(letter.state in states for letter in invited):
            return PaperState.LATER, _(later)
        return PaperState.READY, _(ready)

    return standing


def _letter_receipt(followed: FollowUp, printed: bool) -> Standing:
    letters = followed.appraisal.meeting.plan.letters
    if all(letter.state in RETIRED for letter in letters):
        return PaperState.LATER, _("setelah undangan bernomor")
    return _printed_or_ready(printed)


def _referral(followed: FollowUp, printed: bool) -> Standing:
    if not may_refer(followed.appraisal.meeting.plan):
        return PaperState.LATER, _("setelah persetujuan")
    return (PaperState.DONE, _("dicetak")) if printed else (PaperState.READY, _("bila diperlukan"))


def _destruction(followed: FollowUp, printed: bool) -> Standing:
    plan = followed.appraisal.meeting.plan
    if plan.case.state is not CaseState.CLOSED and not withdrawn(plan):
        return PaperState.LATER, _("setelah kasus ditutup")
    return (PaperState.DONE, _("dicetak")) if printed else (PaperState.READY, _("bila diperlukan"))


def _printed_or_ready(printed: bool) -> Standing:
    return (PaperState.DONE, _("dicetak")) if printed else (PaperState.READY, _("siap cetak"))


_RULES: dict[DocumentKind, Callable[[FollowUp, bool], Standing]] = {
    DocumentKind.CLIENT_CONSENT: _client_consent,
    DocumentKind.GUARDIAN_CONSENT: _guardian_consent,
    DocumentKind.CONSENT_WITHDRAWAL: _consent_withdrawal,
    DocumentKind.SERVICE_PLAN: _service_plan,
    DocumentKind.INVITATION: _invitation,
    DocumentKind.CASE_SUMMARY: _case_summary,
    DocumentKind.ATTENDANCE_LIST: _attendance_list,
    DocumentKind.PLEDGE: _pledge,
    DocumentKind.CHAIR_SHEET: _attendance_list,
    DocumentKind.MINUTES: _minutes,
    DocumentKind.ADDENDUM: _addendum,
    DocumentKind.OFFICIAL_REPORT: _official_report,
    DocumentKind.COMMITMENT_SHEET: _commitment_sheet,
    DocumentKind.EVALUATION_SHEET: _evaluation_sheet,
    DocumentKind.FOLLOW_UP_PLAN: _follow_up_plan,
    DocumentKind.MONITORING_SHEET: _follow_up_plan,
    DocumentKind.GUARDIAN_SUMMARY: _after_evaluation,
    DocumentKind.ACTIVITY_REPORT: _after_evaluation,
    DocumentKind.LETTER_RECEIPT: _letter_receipt,
    DocumentKind.POSTPONEMENT: _notice(
        (LetterState.REPLACED,), N_("bila pertemuan ditunda"), N_("siap cetak")
    ),
    DocumentKind.SECOND_INVITATION: _notice(
        (
            LetterState.ISSUED,
            LetterState.PRINTED,
            LetterState.DELIVERED,
            LetterState.RECEIVED,
            LetterState.REPLACED,
        ),
        N_("setelah undangan bernomor"),
        N_("bila diperlukan"),
    ),
    DocumentKind.CANCELLATION: _notice(
        (LetterState.CANCELLED,), N_("bila undangan dibatalkan"), N_("siap cetak")
    ),
    DocumentKind.REFERRAL: _referral,
    DocumentKind.DESTRUCTION: _destruction,
}
