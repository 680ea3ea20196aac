"""The family's summary holds what was agreed, and nothing that somebody else said."""

from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.follow_up import Action, Assessment, Debriefing, Progress
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Commitment, Conclusion, Remark
from konfkasus_gui.procedure.vocabulary import (
    ActionState,
    AssessmentKind,
    ConclusionKind,
    DocumentKind,
    Origin,
    Paper,
    RemarkKind,
)

KIND = DocumentKind.GUARDIAN_SUMMARY


@pytest.fixture
def agreed(full, with_plan):
    """A mother, a father, a teacher and an expert who all promised something."""
    father = Participant(id=4, conference_id=1, name="Slamet Riyadi", origin=Origin.FAMILY)
    materials = with_plan(full, participants=(*full.plan.participants, father))
    meeting = replace(
        materials.meeting,
        commitments=(
            *materials.meeting.commitments,
            Commitment(id=2, conference_id=1, participant_id=2, text="Mendampingi tugas."),
            Commitment(id=4, conference_id=1, participant_id=4, text="Menelepon tiap malam."),
            Commitment(
                id=5,
                conference_id=1,
                participant_id=1,
                text="Menyiapkan sarapan.",
                check_on=date(2026, 12, 14),
            ),
        ),
    )
    appraisal = replace(materials.follow_up.appraisal, meeting=meeting)
    actions = (
        replace(materials.follow_up.actions[0], id=1),
        Action(id=2, conference_id=1, commitment_id=2, who="Hendra", due_on=date(2026, 12, 15)),
        Action(id=3, conference_id=1, commitment_id=4, who="Slamet Riyadi"),
        Action(id=4, conference_id=1, what="Konseling singkat.", who="Dra. Siti Aminah"),
        Action(id=7, conference_id=1, what="Tes minat.", who="Budi Santoso, S.Pd."),
        Action(id=5, conference_id=1, what="Pindah kelas.", state=ActionState.DROPPED),
        Action(id=6, conference_id=1, what="Pindah sekolah.", chosen=False),
    )
    follow_up = replace(materials.follow_up, appraisal=appraisal, actions=actions)
    return replace(materials, meeting=meeting, follow_up=follow_up)


def summaries(materials, read):
    return read(build(KIND, materials))


def marked(value, allowed, path=""):
    """``value`` with the name of its place in every text outside ``allowed`` places."""
    if isinstance(value, tuple):
        return tuple(marked(each, allowed, path) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in fields(value):
            place = f"{type(value).__name__}.{field.name}"
            old = getattr(value, field.name)
            if isinstance(old, str):
                changes[field.name] = old if place in allowed else f"{old} RAHASIA-{place}"
            else:
                changes[field.name] = marked(old, allowed, place)
        return replace(value, **changes)
    return value


MAY_READ = {
    "Participant.name",
    "Participant.capacity",
    "Commitment.text",
    "Conclusion.text",
    "Action.what",
    "Action.who",
    "Case.code",
}


def test_no_text_of_the_records_but_the_agreed_ones_reaches_the_family(agreed, read):
    """Every other text of case, plan, meeting, evaluation and follow-up is marked: none is seen."""
    meeting = agreed.follow_up.appraisal.meeting
    meeting = replace(
        meeting,
        conclusions=(
            *meeting.conclusions,
            Conclusion(conference_id=1, kind=ConclusionKind.BACKGROUND, text="LATAR"),
            Conclusion(conference_id=1, kind=ConclusionKind.CAUSE, text="SEBAB"),
        ),
        remarks=tuple(
            Remark(conference_id=1, kind=kind, participant_id=2, text=f"UCAPAN {kind.value}")
            for kind in RemarkKind
        ),
    )
    followed = replace(
        agreed.follow_up,
        appraisal=replace(agreed.follow_up.appraisal, meeting=meeting),
        progress=(Progress(action_id=1, noted_on=agreed.dated, text="TEMUAN"),),
        assessments=(Assessment(conference_id=1, kind=AssessmentKind.SHORT, text="NILAI"),),
        debriefing=Debriefing(conference_id=1, told="CERITA", answer="JAWABAN"),
    )
    followed = marked(followed, MAY_READ)
    plan = followed.appraisal.meeting.plan
    materials = replace(agreed, plan=plan, meeting=followed.appraisal.meeting, follow_up=followed)
    text = " ".join(summaries(materials, read))
    words = ("RAHASIA", "LATAR", "SEBAB", "UCAPAN", "TEMUAN", "NILAI", "CERITA", "JAWABAN")
    assert [word for word in words if word in text] == []
    assert "Berhenti pukul 20.00." in text


def test_each_reader_sees_the_own_promises_and_not_those_of_the_other_parent(agreed, read):
    mother, father = summaries(agreed, read)
    own = mother[mother.index("2. Yang") : mother.index("3. Yang")]
    assert "1 Berhenti pukul 20.00. 23 November 2026 7 Desember 2026" in own
    assert "2 Menyiapkan sarapan. 14 Desember 2026" in own
    assert "Menelepon" not in mother
    assert "Slamet" not in mother
    assert "1 Menelepon tiap malam." in father
    assert "Berhenti pukul" not in father
    assert "Ratna" not in father


def test_who_helps_is_told_by_capacity_and_not_by_name(agreed, read):
    mother = summaries(agreed, read)[0]
    helped = mother[mother.index("3. Yang") : mother.index("4. Langkah")]
    assert "1 Mendampingi tugas. Wali kelas 15 Desember 2026" in helped
    assert "2 Konseling singkat. Guru BK" in helped
    assert "3 Tes minat. Pihak yang ditunjuk" in helped
    for words in ("Hendra", "Siti", "Budi", "Pindah kelas", "Pindah sekolah"):
        assert words not in helped


def test_it_names_the_child_the_day_and_the_good_sides_and_never_the_case(agreed, read):
    mother = summaries(agreed, read)[0]
    assert "Kepada Yth. : Bapak/Ibu Ratna Wulandari – Orang tua (ibu)" in mother
    assert "Tentang Ananda : Anisa Rahmawati Kelas : IX-A" in mother
    assert "Musyawarah : Senin, 23 November 2026" in mother
    assert "a. Tekun. b. Jujur." in mother
    assert "paling lambat 23 Desember 2026" in mother
    assert "080000000201" in mother
    for word in ("kasus", "kk-2026", "masalah", "rahasia ·"):
        assert word not in mother.casefold()


def test_once_all_assessments_are_done_no_day_is_promised(agreed, read):
    done = tuple(
        Assessment(conference_id=1, kind=kind, done_on=agreed.dated) for kind in AssessmentKind
    )
    follow_up = replace(agreed.follow_up, assessments=done)
    mother = summaries(replace(agreed, follow_up=follow_up), read)[0]
    assert "4. Langkah berikut Pertemuan berikut, bila diperlukan, kami sampaikan" in mother
    assert "paling lambat ………" not in mother


def test_it_is_limited_on_each_page_and_signed_by_the_counselor(agreed, read):
    for page in summaries(agreed, read):
        assert "Terbatas · versi 1" in page
        assert "Guru BK/Konselor, Dra. Siti Aminah" in page


def test_a_guardian_who_was_not_invited_gets_the_summary_too(full, with_plan, read):
    alone = with_plan(full, participants=full.plan.participants[1:])
    [page] = summaries(alone, read)
    assert "Bapak/Ibu Ratna Wulandari – Ibu" in page
    assert "Belum ada kesepakatan khusus." in page


def test_one_summary_alone_may_be_wanted(agreed, read):
    [page] = summaries(replace(agreed, recipient_ids=(4,)), read)
    assert "Bapak/Ibu Slamet Riyadi" in page


@pytest.mark.parametrize("paper", Paper)
def test_the_blank_summary_has_lines_and_rows(full, paper, read):
    text = " ".join(read(build_blank(KIND, full.school, paper)))
    assert "Tentang Ananda : ………" in text
    assert "No Kesepakatan Mulai Dilihat bersama 1 2 3. Yang" in text
