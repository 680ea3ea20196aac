"""The second lock: a paper that shows the code is not drawn when the client's name is on it."""

from dataclasses import replace

import pytest

from konfkasus_gui.documents import mailing, papers
from konfkasus_gui.documents.naming import NAMING
from konfkasus_gui.documents.papers import ClientNamed, build
from konfkasus_gui.procedure.confidentiality import Mask, Shown
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind

CODED = sorted(
    (kind for kind, one in NAMING.items() if one.shown is not Shown.NAME),
    key=lambda kind: kind.value,
)
WORDLESS = (DocumentKind.LETTER_RECEIPT, DocumentKind.DESTRUCTION)
"""What people typed stands on every paper but these."""


@pytest.fixture
def unmasked(monkeypatch):
    """The first lock is off: what was typed reaches the papers as it is."""
    mask_all = papers.masked

    def only_emptied(value, mask):
        return value if isinstance(mask, Mask) else mask_all(value, mask)

    for module in (papers, mailing):
        monkeypatch.setattr(module, "masked", only_emptied)


@pytest.fixture
def leaking(full, with_plan):
    """Materials in which each coded paper prints the words that are typed."""

    def typed(words):
        plan = full.plan
        guests = tuple(replace(guest, capacity=words) for guest in plan.participants)
        conference = replace(plan.conference, place=words)
        materials = with_plan(full, participants=guests, conference=conference)
        [action] = materials.follow_up.actions
        actions = (replace(action, where=words),)
        return replace(materials, follow_up=replace(materials.follow_up, actions=actions))

    return typed


@pytest.mark.parametrize("words", ["Anisa Rahmawati", "rumah ANISA  rahmawati", "0099999901"])
@pytest.mark.parametrize("kind", [kind for kind in CODED if kind not in WORDLESS])
def test_a_coded_paper_with_the_name_on_it_fails_and_names_only_the_paper(
    kind, words, leaking, unmasked
):
    with pytest.raises(ClientNamed) as caught:
        build(kind, leaking(words))
    assert kind.title in str(caught.value)
    for name in ("anisa", "rahmawati", "0099999901"):
        assert name not in str(caught.value).casefold()


@pytest.mark.parametrize("kind", sorted(set(NAMING) - set(CODED), key=lambda kind: kind.value))
def test_a_paper_that_bears_the_name_is_drawn(kind, leaking, unmasked):
    assert build(kind, leaking("Anisa Rahmawati")).startswith(b"%PDF")


def test_a_name_that_two_fields_bring_together_is_found(full):
    """The mask looks at one text at a time; the paper puts two of them side by side."""
    materials = replace(full, student=Student(name="An Id Ek"))
    speaker, *others = full.plan.participants
    remark = replace(full.meeting.remarks[0], participant_id=speaker.id, text="Id Ek setuju.")
    plan = replace(full.plan, participants=(replace(speaker, name="An"), *others))
    meeting = replace(full.meeting, plan=plan, remarks=(remark,))
    with pytest.raises(ClientNamed, match="Notulen"):
        build(DocumentKind.MINUTES, replace(materials, plan=plan, meeting=meeting))


@pytest.mark.parametrize(
    "name", ["Kasih", "Hari", "Mei", "November", "Budi", "Pendidikan", "Aspek"]
)
@pytest.mark.parametrize("kind", CODED)
def test_a_name_that_is_an_ordinary_word_stops_no_paper(kind, name, full):
    """Letters thank ("terima kasih"), streets and schools bear people's names."""
    assert build(kind, replace(full, student=Student(name=name))).startswith(b"%PDF")


def test_a_sheet_that_may_name_does_not_open_the_lock_for_the_others(full, unmasked, with_plan):
    conference = replace(full.plan.conference, place="Rumah Anisa Rahmawati")
    family, colleague, _expert = full.plan.participants
    alone = with_plan(full, participants=(family,), conference=conference)
    assert build(DocumentKind.INVITATION, alone)
    both = with_plan(full, participants=(family, colleague), conference=conference)
    with pytest.raises(ClientNamed):
        build(DocumentKind.INVITATION, both)
