from dataclasses import replace
from datetime import date, datetime

import pytest

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure.case import CaseNotOpen
from konfkasus_gui.procedure.consent import Consent, ConsentMissing
from konfkasus_gui.procedure.evaluation import Appraisal, Evaluation
from konfkasus_gui.procedure.follow_up import Action, FollowUp
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.paper_state import (
    CONSENT_FORMS,
    PaperState,
    paper_lines,
    require_printable,
)
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConferenceState,
    ConsentGiver,
    ConsentManner,
    ConsentState,
    DocumentKind,
    LetterState,
)

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12)


def kept(kind, conference_id=1):
    return Document(
        case_id=1,
        conference_id=conference_id,
        kind=kind,
        title=kind.title,
        content=b"",
        sha256="",
        kept_at=NOON,
    )


def lines(meeting, *documents, evaluated_on=None, actions=()):
    evaluation = Evaluation(conference_id=1, evaluated_on=evaluated_on)
    followed = FollowUp(Appraisal(meeting, evaluation), actions=actions)
    return {line.kind: line for line in paper_lines(followed, documents)}


def test_every_paper_of_a_case_has_one_line(complete):
    others = (DocumentKind.LETTER_BOOK, DocumentKind.SCAN)
    assert list(lines(complete)) == [kind for kind in DocumentKind if kind not in others]


def test_before_consent_only_the_consent_papers_can_be_printed(complete_plan):
    bare = replace(complete_plan, consents=(), letters=())
    found = lines(Meeting(bare))
    assert found[DocumentKind.CLIENT_CONSENT].state is PaperState.READY
    assert found[DocumentKind.INVITATION].words == "setelah persetujuan"
    assert not found[DocumentKind.INVITATION].openable
    assert not found[DocumentKind.MINUTES].openable


def test_consent_says_how_it_was_given(complete_plan):
    consents = (
        Consent(
            case_id=1,
            giver=ConsentGiver.CLIENT,
            state=ConsentState.GIVEN,
            manner=ConsentManner.WRITTEN,
        ),
        Consent(case_id=1, giver=ConsentGiver.GUARDIAN, state=ConsentState.UNOBTAINABLE),
    )
    found = lines(Meeting(replace(complete_plan, consents=consents)))
    assert found[DocumentKind.CLIENT_CONSENT].words == "ditandatangani"
    assert found[DocumentKind.GUARDIAN_CONSENT].words == "tidak dapat diminta"


@pytest.mark.parametrize(
    ("manner", "words"),
    [
        (ConsentManner.WRITTEN, "ditandatangani"),
        (ConsentManner.ORAL, "tercatat lisan"),
        (None, "diberikan"),
    ],
)
def test_no_consent_is_called_spoken_before_somebody_said_so(complete_plan, manner, words):
    consent = Consent(case_id=1, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN, manner=manner)
    found = lines(Meeting(replace(complete_plan, consents=(consent,))))
    assert found[DocumentKind.CLIENT_CONSENT].words == words


def test_invitations_count_those_that_left_the_printer(complete_plan):
    first, *rest = complete_plan.letters
    some = replace(complete_plan, letters=(replace(first, state=LetterState.PRINTED), *rest))
    found = lines(Meeting(some))[DocumentKind.INVITATION]
    assert (found.title, found.words, found.state) == (
        "Surat undangan (3)",
        "1 / 3 dicetak",
        PaperState.PARTLY,
    )
    every = tuple(replace(letter, state=LetterState.PRINTED) for letter in complete_plan.letters)
    found = lines(Meeting(replace(complete_plan, letters=every)))[DocumentKind.INVITATION]
    assert (found.words, found.state) == ("dicetak", PaperState.DONE)
    found = lines(Meeting(replace(complete_plan, letters=())))[DocumentKind.INVITATION]
    assert (found.words, found.openable) == ("belum bernomor", True)


def test_pledges_are_counted_once_people_are_there(complete_plan, complete):
    assert lines(Meeting(complete_plan))[DocumentKind.PLEDGE].words == "siap cetak"
    assert lines(complete)[DocumentKind.PLEDGE].words == "3 / 3 berikrar"
    silent = replace(complete.attendances[0], pledge=None)
    half = replace(complete, attendances=(silent, *complete.attendances[1:]))
    assert lines(half)[DocumentKind.PLEDGE].state is PaperState.PARTLY


def test_a_withdrawal_waits_for_a_consent_and_is_due_once_it_happened(complete_plan):
    kind = DocumentKind.CONSENT_WITHDRAWAL
    bare = replace(complete_plan, consents=())
    assert not lines(Meeting(bare))[kind].openable
    assert lines(Meeting(complete_plan))[kind].words == "bila diperlukan"
    back = Consent(case_id=1, giver=ConsentGiver.CLIENT, state=ConsentState.WITHDRAWN)
    frozen = replace(complete_plan.case, state=CaseState.FROZEN)
    gone = lines(Meeting(replace(complete_plan, case=frozen, consents=(back,))))[kind]
    assert (gone.words, gone.openable) == ("belum dicetak", True)
    assert lines(Meeting(complete_plan), kept(kind))[kind].state is PaperState.DONE


def test_the_plan_and_the_chairs_sheet_wait_for_participants(complete_plan):
    for kind in (DocumentKind.SERVICE_PLAN, DocumentKind.CHAIR_SHEET):
        alone = lines(Meeting(replace(complete_plan, participants=())))[kind]
        assert (alone.words, alone.openable) == ("setelah peserta dipilih", False)
        assert lines(Meeting(complete_plan))[kind].words == "siap cetak"


def test_the_summary_waits_for_consent_participants_and_data_that_may_be_shared(complete_plan):
    kind = DocumentKind.CASE_SUMMARY
    for changes, words in (
        ({"consents": ()}, "setelah persetujuan"),
        ({"participants": ()}, "setelah peserta dipilih"),
        ({"data_items": ()}, "setelah data dipilih"),
        ({}, "siap cetak"),
    ):
        assert lines(Meeting(replace(complete_plan, **changes)))[kind].words == words


def test_the_summary_is_given_out_in_an_open_case_to_which_the_client_agreed(complete_plan):
    require_printable(complete_plan, DocumentKind.CASE_SUMMARY)
    with pytest.raises(ConsentMissing):
        require_printable(replace(complete_plan, consents=()), DocumentKind.CASE_SUMMARY)
    closed = replace(complete_plan.case, state=CaseState.CLOSED)
    with pytest.raises(CaseNotOpen):
        require_printable(replace(complete_plan, case=closed), DocumentKind.CASE_SUMMARY)


def test_the_official_report_is_ready_once_the_minutes_are_final(complete_plan, complete):
    kind = DocumentKind.OFFICIAL_REPORT
    assert lines(Meeting(complete_plan))[kind].words == "setelah konferensi"
    assert lines(complete)[kind].words == "belum final"
    conference = replace(complete.conference, minutes_final_at=NOON)
    final = replace(complete, plan=replace(complete.plan, conference=conference))
    assert lines(final)[kind].words == "siap cetak"
    assert lines(final, kept(kind))[kind].words == "dicetak"


def test_commitments_are_written_down_once_the_meeting_began(complete_plan, complete):
    kind = DocumentKind.COMMITMENT_SHEET
    assert lines(Meeting(complete_plan))[kind].words == "setelah konferensi"
    assert lines(complete)[kind].openable


def test_minutes_are_final_or_not(complete_plan, complete):
    assert lines(Meeting(complete_plan))[DocumentKind.MINUTES].words == "setelah konferensi"
    assert lines(complete)[DocumentKind.MINUTES].words == "belum final"
    conference = replace(complete.conference, minutes_final_at=NOON)
    final = replace(complete, plan=replace(complete.plan, conference=conference))
    assert lines(final)[DocumentKind.MINUTES].words == "final"


def test_the_follow_up_plan_waits_for_the_evaluation_and_an_action(complete):
    plan = DocumentKind.FOLLOW_UP_PLAN
    actions = (Action(conference_id=1, what="Kunjungan"),)
    assert lines(complete)[plan].words == "setelah evaluasi"
    assert lines(complete, evaluated_on=MONDAY)[plan].words == "setelah ada tindakan"
    assert lines(complete, evaluated_on=MONDAY, actions=actions)[plan].openable


def test_a_paper_that_was_kept_says_so_for_its_own_conference_only(complete_plan):
    listed = DocumentKind.ATTENDANCE_LIST
    mine, other = kept(listed), kept(listed, conference_id=2)
    assert lines(Meeting(complete_plan), mine)[listed].words == "dicetak"
    assert lines(Meeting(complete_plan), other)[listed].words == "siap cetak"


@pytest.mark.parametrize("state", [ConsentState.GIVEN, ConsentState.WITHDRAWN])
def test_after_a_withdrawal_nothing_more_is_printed(complete_plan, state):
    consents = (Consent(case_id=1, giver=ConsentGiver.CLIENT, state=state),)
    frozen = replace(complete_plan.case, state=CaseState.FROZEN)
    found = lines(Meeting(replace(complete_plan, case=frozen, consents=consents)))
    open_now = {kind for kind, line in found.items() if line.openable}
    assert open_now <= set(CONSENT_FORMS), "only a new consent may be asked for"


def test_after_a_withdrawal_only_a_new_consent_may_be_asked_for(complete_plan):
    frozen = replace(complete_plan, case=replace(complete_plan.case, state=CaseState.FROZEN))
    for kind in CONSENT_FORMS:
        require_printable(frozen, kind)
    for kind in set(DocumentKind) - set(CONSENT_FORMS):
        with pytest.raises(KonfKasusError):
            require_printable(frozen, kind)


def test_a_closed_case_keeps_its_papers_and_invites_nobody(complete_plan):
    closed = replace(complete_plan, case=replace(complete_plan.case, state=CaseState.CLOSED))
    require_printable(closed, DocumentKind.MINUTES)
    with pytest.raises(CaseNotOpen):
        require_printable(closed, DocumentKind.INVITATION)
    require_printable(complete_plan, DocumentKind.INVITATION)


def test_a_withdrawal_stops_every_paper_whatever_the_case_is_called(complete_plan):
    taken_back = Consent(case_id=1, giver=ConsentGiver.CLIENT, state=ConsentState.WITHDRAWN)
    plan = replace(complete_plan, consents=(taken_back,))
    assert plan.case.state is CaseState.OPEN
    with pytest.raises(KonfKasusError, match="ditarik kembali"):
        require_printable(plan, DocumentKind.ATTENDANCE_LIST)
    require_printable(plan, DocumentKind.CLIENT_CONSENT)


@pytest.mark.parametrize(
    ("kind", "state", "later", "ready"),
    [
        (
            DocumentKind.SECOND_INVITATION,
            LetterState.PRINTED,
            "setelah undangan bernomor",
            "bila diperlukan",
        ),
        (
            DocumentKind.POSTPONEMENT,
            LetterState.REPLACED,
            "bila pertemuan ditunda",
            "siap cetak",
        ),
        (
            DocumentKind.CANCELLATION,
            LetterState.CANCELLED,
            "bila undangan dibatalkan",
            "siap cetak",
        ),
    ],
)
def test_a_notice_waits_for_what_became_of_the_invitation_and_ends_with_the_meeting(
    kind, state, later, ready, complete_plan
):
    letters = tuple(replace(letter, state=state) for letter in complete_plan.letters)
    plan = replace(complete_plan, letters=letters)
    held = replace(plan, conference=replace(plan.conference, state=ConferenceState.HELD))
    assert lines(Meeting(replace(plan, letters=())))[kind].words == later
    assert lines(Meeting(plan))[kind].words == ready
    assert lines(Meeting(held))[kind].words == "tidak diperlukan"
    assert lines(Meeting(held), kept(kind))[kind].words == "dicetak"


def test_a_second_invitation_does_not_count_as_a_first_one(complete_plan):
    kind = DocumentKind.SECOND_INVITATION
    second = tuple(
        replace(letter, kind=kind, state=LetterState.PRINTED) for letter in complete_plan.letters
    )
    plan = replace(complete_plan, letters=(*complete_plan.letters, *second))
    assert lines(Meeting(plan))[DocumentKind.INVITATION].words == "0 / 3 dicetak"


def test_the_papers_of_the_evaluation_wait_for_it(complete_plan, complete):
    sheet = DocumentKind.EVALUATION_SHEET
    assert lines(Meeting(complete_plan))[sheet].words == "setelah konferensi"
    assert lines(complete)[sheet].words == "belum selesai"
    assert lines(complete, evaluated_on=MONDAY)[sheet].words == "siap cetak"
    for kind in (DocumentKind.GUARDIAN_SUMMARY, DocumentKind.ACTIVITY_REPORT):
        assert lines(complete)[kind].words == "setelah evaluasi"
        assert lines(complete, evaluated_on=MONDAY)[kind].words == "siap cetak"


def test_the_receipt_waits_for_a_letter_that_stands(complete_plan):
    kind = DocumentKind.LETTER_RECEIPT
    assert lines(Meeting(complete_plan))[kind].words == "siap cetak"
    letters = tuple(replace(one, state=LetterState.CANCELLED) for one in complete_plan.letters)
    for gone in ((), letters):
        found = lines(Meeting(replace(complete_plan, letters=gone)))[kind]
        assert found.words == "setelah undangan bernomor"


def test_a_referral_needs_the_guardian_or_a_written_decision(complete_plan):
    kind = DocumentKind.REFERRAL
    assert lines(Meeting(complete_plan))[kind].words == "bila diperlukan"
    assert lines(Meeting(complete_plan), kept(kind))[kind].words == "dicetak"
    client, guardian = complete_plan.consents
    away = replace(guardian, state=ConsentState.UNOBTAINABLE, reason="Tidak ditemukan.")
    for consents, openable in (
        ((client,), False),
        ((guardian,), False),
        ((client, away), False),
        ((client, replace(away, decided_by="kepala sekolah")), True),
    ):
        plan = replace(complete_plan, consents=consents)
        assert lines(Meeting(plan))[kind].openable is openable
        if openable:
            require_printable(plan, kind)
        else:
            with pytest.raises(ConsentMissing):
                require_printable(plan, kind)


def test_what_is_kept_is_destroyed_after_the_case_was_closed(complete_plan):
    kind = DocumentKind.DESTRUCTION
    assert lines(Meeting(complete_plan))[kind].words == "setelah kasus ditutup"
    closed = replace(complete_plan, case=replace(complete_plan.case, state=CaseState.CLOSED))
    assert lines(Meeting(closed))[kind].words == "bila diperlukan"
    require_printable(closed, kind)
