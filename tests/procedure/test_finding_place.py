"""The place where a sentence of the minutes is mended is the one where it was written."""

from dataclasses import replace
from datetime import datetime

import pytest

from konfkasus_gui.procedure.finding_place import place_of
from konfkasus_gui.procedure.proceedings import Commitment, Conclusion, Contribution, Remark
from konfkasus_gui.procedure.vocabulary import Agenda, ConclusionKind, RemarkKind


def said(agenda, text):
    at = datetime(2026, 3, 2, 12)
    return Contribution(conference_id=1, participant_id=1, agenda=agenda, text=text, said_at=at)


def concluded(kind, text):
    return Conclusion(conference_id=1, kind=kind, text=text)


def with_all(meeting, text):
    """The meeting with ``text`` in one record of each kind, and the place of each."""
    return [
        (replace(meeting, contributions=(said(Agenda.INFORMATION, text),)), Agenda.INFORMATION),
        (replace(meeting, contributions=(said(Agenda.OPINION, text),)), Agenda.OPINION),
        (
            replace(meeting, conclusions=(concluded(ConclusionKind.POSITIVE, text),)),
            Agenda.FIRST_CONCLUSION,
        ),
        (
            replace(meeting, conclusions=(concluded(ConclusionKind.CAUSE, text),)),
            Agenda.SECOND_CONCLUSION,
        ),
        (
            replace(
                meeting, commitments=(Commitment(conference_id=1, participant_id=1, text=text),)
            ),
            Agenda.COMMITMENT,
        ),
        (
            replace(
                meeting, remarks=(Remark(conference_id=1, kind=RemarkKind.DISSENT, text=text),)
            ),
            RemarkKind.DISSENT,
        ),
        (
            replace(
                meeting,
                plan=replace(meeting.plan, conference=replace(meeting.conference, diagnosis=text)),
            ),
            Agenda.PRESENTATION,
        ),
    ]


@pytest.mark.parametrize("kind", range(7))
def test_each_record_is_found_where_it_was_written(complete, kind):
    meeting, place = with_all(complete, "Ia datang pukul tujuh.\nIa memang  malas.")[kind]
    assert place_of(meeting, "Ia memang malas.", "malas") is place


def test_the_words_around_it_tell_two_places_apart(complete):
    meeting = replace(
        complete,
        contributions=(
            said(Agenda.INFORMATION, "Kakaknya juga malas."),
            said(Agenda.OPINION, "Menurut saya ia malas karena lelah"),
        ),
    )
    sentence = "Hendra: Menurut saya ia malas karena lelah (dasar: butir 3.1)."
    assert place_of(meeting, sentence, "malas") is Agenda.OPINION
    assert place_of(meeting, "…nya juga malas.", "malas") is Agenda.INFORMATION


def test_a_text_is_met_as_the_paper_shows_it(complete):
    meeting = replace(complete, contributions=(said(Agenda.OPINION, "Dimas malas."),))
    mask = {"Dimas malas.": "KK-01 malas."}.get
    assert place_of(meeting, "KK-01 malas.", "KK-01", lambda text: mask(text, text)) is (
        Agenda.OPINION
    )


def test_what_the_meeting_does_not_hold_has_no_place(complete):
    assert place_of(complete, "Guru BK Kirana.", "Kirana") is None
