"""Turns, order, evidence, wishes, the board, time: what the conductor of a meeting goes by."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from konfkasus_gui.procedure import agenda as agendas
from konfkasus_gui.procedure import coverage, evidence, rounds, timekeeping, wishes
from konfkasus_gui.procedure.meeting import here, unheard, written
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Citation,
    Contribution,
    Duration,
    in_order,
)
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, Basis, ConclusionKind

NOON = datetime(2026, 3, 2, 12)


def said(number, guest=1, aspect=None, **more):
    return Contribution(
        id=number,
        conference_id=1,
        participant_id=guest,
        agenda=more.pop("agenda", Agenda.INFORMATION),
        aspect=aspect,
        text=more.pop("text", f"keterangan {number}"),
        said_at=NOON,
        **more,
    )


def hearing(meeting, *contributions):
    return replace(meeting, contributions=in_order(contributions))


def ids(contributions):
    return [one.id for one in contributions]


def test_equal_places_stand_as_they_were_said_and_others_by_their_place(complete):
    meeting = hearing(complete, said(3), said(1), said(2, place=1), said(4, agenda=Agenda.OPINION))
    assert ids(meeting.contributions) == [1, 3, 2, 4]
    assert rounds.last_place(meeting, Agenda.INFORMATION) == 1


@pytest.mark.parametrize(
    ("moving", "by", "after"),
    [(1, 1, [2, 1, 3]), (3, -1, [1, 3, 2]), (1, 99, [2, 3, 1]), (1, -1, [1, 2, 3])],
)
def test_what_was_said_moves_as_far_as_there_are_places(complete, moving, by, after):
    meeting = hearing(complete, said(1), said(2), said(3))
    for one in rounds.moved(meeting, moving, by):
        meeting = written(meeting, one)
    assert ids(rounds.noted(meeting, Agenda.INFORMATION)) == after


def test_turns_go_around_the_table(complete):
    assert rounds.next_speaker(complete, 1) == 2
    assert rounds.next_speaker(complete, 3) == 1
    assert rounds.next_speaker(complete, 1, by=-1) == 3
    assert rounds.next_speaker(complete, 99) == 1
    waiting = hearing(complete, said(1, guest=2))
    assert rounds.waiting_speaker(waiting, Agenda.INFORMATION, 1) == 3
    assert rounds.waiting_speaker(waiting, Agenda.INFORMATION, 3) == 1
    assert rounds.waiting_speaker(complete, Agenda.INFORMATION, 2) == 2


def test_whoever_went_early_is_not_waited_for(complete):
    first, *others = complete.attendances
    gone = replace(complete, attendances=(replace(first, left_at=time(10, 30)), *others))
    quiet = hearing(gone)
    assert [guest.name for guest in here(quiet)] == ["Hendra", "Sutrisno"]
    assert [guest.name for guest in unheard(quiet, Agenda.INFORMATION)] == ["Hendra", "Sutrisno"]
    assert len(quiet.present()) == 3, "who pledged and went early took part"


def test_whoever_went_without_the_pledge_took_no_part(complete):
    first, *others = complete.attendances
    line = replace(first, pledge=None, left_at=time(10, 5))
    gone = replace(complete, attendances=(line, *others))
    assert [guest.name for guest in gone.present()] == ["Hendra", "Sutrisno"]
    assert gone.unpledged() == ()


def test_the_board_tells_given_from_nothing_from_unasked(complete):
    nothing = Abstention(
        id=1,
        conference_id=1,
        participant_id=2,
        agenda=Agenda.INFORMATION,
        aspect=Aspect.HOBBY,
    )
    meeting = replace(
        hearing(complete, said(1, aspect=Aspect.HEALTH), said(2, aspect=Aspect.HOBBY, text=" ")),
        abstentions=(nothing,),
    )
    board = coverage.coverage(meeting)
    assert board == {
        (1, Aspect.HEALTH): coverage.Coverage.GIVEN,
        (2, Aspect.HOBBY): coverage.Coverage.NOTHING,
    }
    assert Aspect.HOBBY not in coverage.unasked(meeting)
    assert Aspect.FAMILY in coverage.unasked(meeting)
    assert [guest.id for guest in unheard(meeting, Agenda.INFORMATION)] == [2, 3]


def test_words_without_an_aspect_are_told_by_person(complete):
    first = replace(said(1, text="Sering lelah"), id=7, aspect=None)
    others = (
        replace(first, id=8),
        replace(first, id=9, text=" "),
        replace(first, id=10, agenda=Agenda.OPINION, participant_id=2),
        replace(first, id=11, aspect=Aspect.HEALTH),
    )
    assert coverage.without_aspect(hearing(complete, first, *others)) == {1: (7, 8)}


def test_nothing_at_all_covers_every_aspect_and_words_outweigh_it(complete):
    nothing = Abstention(id=1, conference_id=1, participant_id=1, agenda=Agenda.INFORMATION)
    meeting = replace(hearing(complete, said(1, aspect=Aspect.HEALTH)), abstentions=(nothing,))
    board = coverage.coverage(meeting)
    assert board[1, Aspect.HEALTH] is coverage.Coverage.GIVEN
    assert board[1, Aspect.FAMILY] is coverage.Coverage.NOTHING


def test_marked_good_sides_are_offered_before_likely_ones(complete):
    meeting = hearing(
        complete,
        said(1, aspect=Aspect.HOBBY),
        said(2, aspect=Aspect.FAMILY),
        said(3, aspect=Aspect.FAMILY, positive=True),
    )
    assert ids(rounds.positives(meeting)) == [3, 1]


def test_conclusions_cite_by_the_numbers_of_the_minutes(complete):
    meeting = hearing(complete, said(8), said(9), said(7, agenda=Agenda.OPINION))
    assert evidence.numbers(meeting) == {8: "3.1", 9: "3.2", 7: "5.1"}
    cites = tuple(
        Citation(id=number, conference_id=1, conclusion_id=1, contribution_id=number)
        for number in (7, 9)
    )
    meeting = replace(meeting, citations=cites)
    assert ids(evidence.cited(meeting, 1)) == [9, 7]
    assert evidence.citation(meeting, 1, 8) is None


def test_wishes_are_one_a_line_without_their_bullets(complete):
    wanted = "1. Waktu tidur\n\n- Cara belajar.\n a) Waktu tidur \nCara belajar."
    conference = replace(complete.conference, wanted=wanted)
    assert wishes.wishes(conference) == ("Waktu tidur", "Cara belajar.")
    assert wishes.in_one_sentence(conference) == "Waktu tidur; Cara belajar."
    assert wishes.in_one_sentence(replace(conference, wanted="")) == ""
    plan = replace(complete.plan, conference=conference)
    told = Answer(id=1, conference_id=1, question="Waktu tidur")
    meeting = replace(complete, plan=plan, answers=(told,))
    assert wishes.answered(meeting) == ("Waktu tidur",)
    assert wishes.unanswered(meeting) == ("Cara belajar.",)


@pytest.mark.parametrize(
    ("between", "seconds"),
    [
        (timedelta(seconds=1.9), 1),
        (timedelta(minutes=5), 300),
        (timedelta(hours=3), 0),
        (timedelta(seconds=-5), 0),
    ],
)
def test_a_clock_that_jumps_counts_nothing(between, seconds):
    counted, since = timekeeping.passed(NOON, NOON + between)
    assert counted == seconds
    assert since <= NOON + between or not seconds


def test_fractions_of_a_second_are_not_lost():
    counted, since = 0, NOON
    for tick in range(1, 101):
        more, since = timekeeping.passed(since, NOON + tick * timedelta(seconds=0.99))
        counted += more
    assert counted == 99


def test_an_agenda_item_tells_its_minutes_and_how_far_it_is(complete):
    assert timekeeping.in_minutes(29) == ""
    assert timekeeping.in_minutes(30) == "1 menit"
    quiet = hearing(complete, said(1))
    assert agendas.note(quiet, Agenda.INFORMATION, 1020) == "17 menit · 1 dari 3 peserta"
    assert agendas.note(complete, Agenda.PRESENTATION, 0) == "1 dari 1 butir"
    assert agendas.note(complete, Agenda.FIRST_CONCLUSION, 60) == "1 menit · 2 butir"
    waiting = replace(quiet, conclusions=())
    assert agendas.note(waiting, Agenda.FIRST_CONCLUSION, 0) == "sesudah semua mendapat giliran"


def test_time_adds_up_for_the_item_and_for_each_speaker(complete):
    first = timekeeping.longer(complete, Agenda.INFORMATION, 30, participant_id=1)
    meeting = written(complete, replace(first, id=1))
    more = timekeeping.longer(meeting, Agenda.INFORMATION, 12, participant_id=1)
    assert (more.id, more.seconds, more.participant_id) == (1, 42, 1)
    assert timekeeping.duration(meeting, Agenda.INFORMATION).seconds == 0


def test_hearsay_names_its_source():
    heard = said(1, basis=Basis.HEARD, heard_from="tetangga")
    assert rounds.basis_in_words(heard) == "didengar dari tetangga"
    assert rounds.basis_in_words(replace(heard, heard_from=" ")) == "didengar dari orang lain"
    assert rounds.basis_in_words(replace(heard, basis=None)) == ""


def test_what_is_kept_replaces_its_own_line_alone(complete):
    changed = replace(complete.conclusions[0], text="lain")
    meeting = written(complete, changed)
    assert meeting.conclusions == (changed, *complete.conclusions[1:])
    new = Duration(id=5, conference_id=1, agenda=Agenda.OPENING, seconds=3)
    assert written(complete, new).durations == (new,)
    assert written(complete, complete.conference) is None
    assert [one.kind for one in meeting.concluded(ConclusionKind.POSITIVE)] == [
        ConclusionKind.POSITIVE
    ]
