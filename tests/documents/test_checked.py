"""The identity check over whole papers: what the mask leaves is found on the drawn words."""

from dataclasses import replace
from pathlib import Path

import pytest

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.checked import build_checked
from konfkasus_gui.documents.naming import GUARDIANS_UNNAMED, NAMING, TO_PARTICIPANTS
from konfkasus_gui.procedure.confidentiality import Shown
from konfkasus_gui.procedure.identity import Whose
from konfkasus_gui.procedure.neutral_list import read_entries
from konfkasus_gui.procedure.neutral_words import NeutralCheck, WordTree
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin

OTHERS = ("Dimas Prasetyo", "Bunga", "Anisa Rahmawati")
LIST = Path(__file__).parents[2] / "resources" / "words" / "bahasa-netral.txt"
NEUTRAL = NeutralCheck([WordTree(read_entries(LIST.read_text(encoding="utf-8")))])
KINDS = sorted(NAMING, key=lambda kind: kind.value)


def found(kind, materials):
    return [(one.found, one.whose) for one in build_checked(kind, materials, OTHERS).findings]


def said(full, with_plan, words):
    """Materials in which ``words`` are spoken in the meeting and typed into the plan."""
    plan = full.plan
    conference = replace(plan.conference, wanted=words)
    items = tuple(replace(item, text=words) for item in plan.data_items)
    materials = with_plan(full, conference=conference, data_items=items)
    remarks = tuple(replace(remark, text=words) for remark in full.meeting.remarks)
    meeting = replace(materials.meeting, remarks=remarks)
    return replace(materials, meeting=meeting)


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_of_a_well_kept_case_has_nothing_to_find(kind, full):
    checked = build_checked(kind, full, OTHERS)
    assert checked.findings == ()
    assert checked.content == papers.build(kind, full)


@pytest.mark.parametrize(
    "kind", [DocumentKind.MINUTES, DocumentKind.CASE_SUMMARY, DocumentKind.INVITATION]
)
def test_the_name_in_small_letters_and_another_student_are_found(kind, full, with_plan):
    materials = said(full, with_plan, "Menurut anisa, dimas prasetyo ikut.")
    both = {("anisa", Whose.CLIENT), ("dimas prasetyo", Whose.STUDENT)}
    assert both <= set(found(kind, materials))


def test_a_nickname_of_the_directory_is_found(full, with_plan):
    student = replace(full.student, nickname="Ica")
    materials = replace(said(full, with_plan, "Ica pulang."), student=student)
    assert ("Ica", Whose.CLIENT) in found(DocumentKind.MINUTES, materials)


def test_judging_sentences_are_told_when_they_are_asked_for(full, with_plan):
    materials = said(full, with_plan, "Semua tenang. Ia malas.")
    assert build_checked(DocumentKind.MINUTES, materials).judging == ()
    [one] = build_checked(DocumentKind.MINUTES, materials, neutral=NEUTRAL).judging
    assert one.sentence == "Ia malas."
    assert [finding.found for finding in one.findings] == ["malas"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_programs_own_words_judge_nobody(kind, full):
    assert build_checked(kind, full, neutral=NEUTRAL).judging == ()


def test_the_sentence_and_what_to_write_instead_are_told(full, with_plan):
    materials = said(full, with_plan, "Semua tenang. Lalu anisanya pulang. Selesai.")
    [one, *_rest] = build_checked(DocumentKind.MINUTES, materials).findings
    assert one.sentence == "Lalu anisanya pulang."
    assert (one.instead, one.certain) == (full.plan.case.code, True)


@pytest.mark.parametrize("kind", [DocumentKind.CASE_SUMMARY, DocumentKind.INVITATION])
def test_a_parent_is_found_in_what_was_typed_and_may_stand_as_the_reader(kind, full, with_plan):
    assert kind in GUARDIANS_UNNAMED
    assert found(kind, full) == []
    materials = said(full, with_plan, "Menurut Ratna Wulandari, ia rajin.")
    assert set(found(kind, materials)) == {("Ratna Wulandari", Whose.GUARDIAN)}
    assert found(DocumentKind.MINUTES, materials) == []


@pytest.mark.parametrize("kind", [DocumentKind.MINUTES, DocumentKind.CASE_SUMMARY])
def test_a_parent_who_takes_no_part_is_found_on_every_coded_paper(kind, full, with_plan):
    materials = said(full, with_plan, "Ayahnya, Slamet Riyadi, bekerja di luar kota.")
    assert ("Slamet Riyadi", Whose.GUARDIAN) in found(kind, materials)


def test_a_letter_to_the_family_is_looked_through_for_other_students_only(full, with_plan):
    family = tuple(guest for guest in full.plan.participants if guest.origin is Origin.FAMILY)
    place = replace(full.plan.conference, place="Rumah Dimas Prasetyo, dekat anisa")
    materials = with_plan(full, participants=family, conference=place)
    for kind in TO_PARTICIPANTS:
        assert {whose for _found, whose in found(kind, materials)} <= {Whose.STUDENT}
    assert ("Dimas Prasetyo", Whose.STUDENT) in found(DocumentKind.INVITATION, materials)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if NAMING[kind].shown is not Shown.NAME])
@pytest.mark.parametrize("name", ["Kasih", "Hari", "Budi Pendidikan", "Sukamaju Putri", "Nomor"])
def test_what_a_paper_says_of_its_own_accord_is_no_find(kind, name, full):
    materials = replace(full, student=Student(name=name))
    doubted = build_checked(kind, materials).findings
    assert all(not one.certain for one in doubted)


def test_checking_costs_no_second_drawing_when_nothing_is_found(full, monkeypatch):
    drawings = []
    draw = papers.drawn

    def counted(kind, materials):
        drawings.append(kind)
        return draw(kind, materials)

    monkeypatch.setattr(papers, "drawn", counted)
    build_checked(DocumentKind.MINUTES, full, OTHERS)
    assert drawings == [DocumentKind.MINUTES]
