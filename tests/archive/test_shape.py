"""Every table travels with its case, or stays for a reason; every field has its words."""

from dataclasses import fields

import pytest

from konfkasus_gui.archive.shape import columns_of, links_of, owned, travelling
from konfkasus_gui.archive.tables import TABLE_OF, TABLES
from konfkasus_gui.archive.tables.case import SequenceTable
from konfkasus_gui.archive.tables.deletion import DeletedRowTable
from konfkasus_gui.archive.tables.paper import AuditEndTable
from konfkasus_gui.archive.tables.transfer import SeenTable
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.school import Guardian, Person, Student
from konfkasus_gui.procedure.transfer import (
    DIRECTORY,
    DIRECTORY_LINKS,
    GIVEN_NUMBERS,
    LOCAL,
    SAME_BY,
    STAYING,
)
from konfkasus_gui.procedure.transfer_words import FIELD_WORDS, KIND_WORDS
from konfkasus_gui.procedure.variant import Variant

WITHOUT_VALUES = {
    SequenceTable: "each archive counts on its own, past every number that comes in",
    AuditEndTable: "each archive has the end of a chain of its own",
    DeletedRowTable: "part of what waits to be brought back where it was removed",
    SeenTable: "written by hand for every record that travels",
}


def test_every_kind_travels_or_stays_for_a_reason():
    assert set(travelling()) | set(STAYING) == set(TABLE_OF)
    assert not set(travelling()) & set(STAYING)
    assert all(STAYING.values())


def test_every_table_without_a_value_has_its_reason():
    assert set(TABLES) - set(TABLE_OF.values()) == set(WITHOUT_VALUES)


def test_owners_come_before_what_they_own():
    order = list(travelling())
    for kind in order:
        for target in set(links_of(kind).values()) - {kind} - set(STAYING):
            assert order.index(target) < order.index(kind)


@pytest.mark.parametrize("kind", TABLE_OF)
def test_every_id_of_another_record_is_known_as_a_link(kind):
    named = {one.name for one in fields(kind) if one.name.endswith("_id")}
    assert named == set(links_of(kind))


def test_the_people_that_cases_share_are_known():
    assert set(DIRECTORY) == {Student, Guardian, Person} == set(travelling()) - set(owned())
    shared = {
        name
        for kind in travelling()
        for name, target in links_of(kind).items()
        if target in DIRECTORY or target in STAYING
    }
    assert shared == DIRECTORY_LINKS


@pytest.mark.parametrize("kind", travelling())
def test_whatever_may_stand_once_is_matched_or_numbered(kind):
    table = TABLE_OF[kind]
    once = {(name,) for name, column in table._meta.columns.items() if column.unique}
    for index in table._meta.fields_to_index():
        if index._unique and index._name != f"{table._meta.table_name}_uid":
            once.add(tuple(column.column_name for column in index._expressions))
    once -= {("id",), ("uid",)}
    known = set(GIVEN_NUMBERS.get(kind, ()))
    if kind in SAME_BY:
        known.add(SAME_BY[kind])
    assert {frozenset(one) for one in once} <= {frozenset(one) for one in known}


@pytest.mark.parametrize("kind", travelling())
def test_every_kind_and_field_has_its_words(kind):
    assert kind in KIND_WORDS
    if kind is not Variant:
        unnamed = {name for name in columns_of(kind) if name not in FIELD_WORDS}
        assert unnamed <= {"id", "uid", "account_id", "at", "deed", "previous", "digest"}


def test_what_is_compared_and_what_is_not_are_fields():
    for kind, names in LOCAL.items():
        assert names <= {one.name for one in fields(kind)}
    assert LOCAL[Letter] == {"place"}
    assert set(links_of(Participant)) == {"conference_id", "person_id", "guardian_id"}
