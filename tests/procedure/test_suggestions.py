from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.school import Guardian, Person
from konfkasus_gui.procedure.suggestions import (
    CURRICULUM,
    HOMEROOM,
    PARENT,
    fitting,
    guest_from_guardian,
    guest_from_person,
    guest_from_seat,
    suggest,
)
from konfkasus_gui.procedure.vocabulary import Field, Group, Origin, Relation


def guest(capacity):
    return Participant(conference_id=1, name="Hendra Gunawan", capacity=capacity)


@given(st.lists(st.sampled_from(Field), unique=True, min_size=1))
def test_every_field_has_somebody_of_each_group(fields):
    assert {seat.group for seat in suggest(fields, ())} == set(Group)


@given(st.lists(st.sampled_from(Field)))
def test_no_seat_is_suggested_twice(fields):
    capacities = [seat.capacity for seat in suggest(fields, ())]
    assert len(capacities) == len(set(capacities))


def test_parents_and_homeroom_teacher_come_first():
    assert suggest((Field.CAREER,), ())[:2] == (PARENT, HOMEROOM)


def test_a_taken_seat_is_not_suggested_again():
    left = suggest((Field.LEARNING,), (guest("Ibu"), guest("Wali kelas IX-A")))
    assert PARENT not in left
    assert HOMEROOM not in left
    assert CURRICULUM in left


def test_a_school_s_short_word_for_a_capacity_is_understood():
    people = (Person(name="Drs. Yusuf Hamid", capacity="Wakasek kurikulum"),)
    assert fitting(CURRICULUM, people) == people
    assert fitting(HOMEROOM, people) == ()


@given(st.sampled_from(Field))
def test_a_seat_that_was_taken_up_is_not_suggested_again(field):
    seats = suggest((field,), ())
    guests = [guest_from_seat(1, seat) for seat in seats]
    assert suggest((field,), guests) == ()


def test_a_capacity_of_the_directory_tells_group_and_reason():
    guest = guest_from_person(1, Person(id=4, name="Hendra Gunawan", capacity="Wali kelas IX-A"))
    assert (guest.person_id, guest.group, guest.reason) == (4, Group.DECIDES, HOMEROOM.reason)
    unknown = guest_from_person(1, Person(name="Sutrisno", capacity="Ketua RT", outside=True))
    assert (unknown.group, unknown.reason, unknown.origin) == (None, "", Origin.OUTSIDE)


def test_a_mother_decides_for_the_family():
    mother = Guardian(id=2, student_id=1, relation=Relation.MOTHER, name="Ratna Wulandari")
    guest = guest_from_guardian(1, mother)
    assert (guest.guardian_id, guest.capacity, guest.group) == (2, "Ibu", Group.DECIDES)
    assert guest.origin is Origin.FAMILY
