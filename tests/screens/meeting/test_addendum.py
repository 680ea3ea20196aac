"""Final minutes and what corrects them, driven as the counselor would."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from konfkasus_gui.procedure.addendum import AddendumRefused
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.proceedings import Contribution
from konfkasus_gui.procedure.vocabulary import Agenda, DocumentKind
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.meeting.addendum import AddendumWindow
from konfkasus_gui.screens.meeting.minutes import MinutesWindow
from konfkasus_gui.screens.preview_kept import KeptPaperWindow


@pytest.fixture
def held(session, planned, explain_all):
    """A meeting that was held and closed; its minutes are not final."""
    deeds.open_conference(session, session.meeting(planned.id))
    explain_all(session, planned)
    deeds.close_conference(session, session.meeting(planned.id))
    return planned


@pytest.fixture
def minutes(qtbot, session, held):
    windows = []

    def shown():
        window = MinutesWindow(session, held.id, None)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        return window

    yield shown
    windows.clear()


@pytest.fixture
def other(session, held):
    """Another student of the school, who has nothing to do with the case."""
    client = session.student_of(session.plan(held.id))
    return session.save(replace(client, id=0, nisn="", nipd="", name="Kirana Maheswari"))


@pytest.fixture
def final(session, held):
    return deeds.finalise_minutes(session, session.meeting(held.id))


def fill_in(qtbot, form, **other):
    for field, words in (
        (form.corrects, "Butir 4: lima kali"),
        (form.text, other.get("text", "Butir 4: tiga kali")),
        (form.reason, "Salah hitung"),
    ):
        qtbot.keyClicks(field, words)


def make(qtbot, window):
    window.addenda.make.click()
    [form] = window.findChildren(AddendumWindow)
    return form


def events(session, deed):
    return [event.note for event in session.archive.every(AuditEvent) if event.deed is deed]


def test_minutes_that_are_not_final_have_no_addenda(minutes):
    assert minutes().addenda.isHidden()


def test_an_addendum_is_numbered_kept_and_opens_as_it_was_kept(
    qtbot, session, minutes, final, held
):
    window = minutes()
    assert window.final.isHidden()
    form = make(qtbot, window)
    assert not form.issue.isEnabled()
    fill_in(qtbot, form)
    form.issue.click()
    assert not form.isVisible()
    [row] = window.addenda.rows.shown
    assert "Ralat ke-1" in row.accessibleName()
    [issued] = session.lists.addenda(held.id)
    assert (issued.text, issued.by) == ("Butir 4: tiga kali", session.account.name)
    row.activated.emit(row.key)
    [kept] = window.findChildren(KeptPaperWindow)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(kept.content)).pages)
    assert "RALAT KE-1 ATAS NOTULEN" in text
    assert "Butir 4: tiga kali" in text
    assert events(session, Deed.ADDENDUM_ISSUED) == ["1"]
    kept.reject()


def test_an_addendum_that_was_issued_stays(session, final, held, qtbot, minutes):
    form = make(qtbot, minutes())
    fill_in(qtbot, form)
    form.issue.click()
    [issued] = session.lists.addenda(held.id)
    with pytest.raises(AddendumRefused):
        session.save(replace(issued, text="lain"))
    with pytest.raises(AddendumRefused):
        session.remove(issued)


def test_an_addendum_that_names_another_student_is_asked_about(
    qtbot, session, minutes, final, held, other, monkeypatch
):
    asked = []

    def answer(window):
        asked.append(window)
        return False

    monkeypatch.setattr(dialogs, "answered", answer)
    form = make(qtbot, minutes())
    fill_in(qtbot, form, text=f"Terlambat bersama {other.name} tiga kali")
    form.issue.click()
    assert len(asked) == 1
    assert session.lists.addenda(held.id) == ()
    assert form.isVisible(), "what was typed is still there"


def test_finalising_asks_about_a_sentence_that_names_somebody(
    qtbot, session, minutes, held, other, monkeypatch, answers
):
    meeting = session.meeting(held.id)
    session.save(
        Contribution(
            conference_id=held.id,
            participant_id=meeting.plan.participants[0].id,
            agenda=Agenda.INFORMATION,
            text=f"Sering pulang bersama {other.name}.",
            said_at=session.now(),
        )
    )
    reasons = iter([None, "teman yang sudah dikenal semua peserta"])
    found = []

    def ask(_parent, findings, _anyway, _judging, **_mend):
        found.append([finding.found for finding in findings])
        return next(reasons)

    monkeypatch.setattr("konfkasus_gui.screens.identity_window.ask_identity", ask)
    window = minutes()
    window.final.click()
    assert found == [["Kirana Maheswari"]]
    assert session.meeting(held.id).conference.minutes_final_at is None
    answers.append(("Finalkan notulen", True))
    window.final.click()
    assert session.meeting(held.id).conference.minutes_final_at is not None
    assert events(session, Deed.IDENTITY_LEFT) == [
        "notulen: teman yang sudah dikenal semua peserta"
    ]


def test_an_altered_addendum_is_not_shown(qtbot, session, minutes, final, held):
    window = minutes()
    form = make(qtbot, window)
    fill_in(qtbot, form)
    form.issue.click()
    [kept] = [one for one in session.archive.every(Document) if one.kind is DocumentKind.ADDENDUM]
    session.archive._database.execute_sql(
        "update document set content = ? where id = ?", (b"%PDF-1.4 lain", kept.id)
    )
    [row] = window.addenda.rows.shown
    row.activated.emit(row.key)
    [shown] = window.findChildren(KeptPaperWindow)
    assert "tidak sama lagi" in shown.refusal.sentence.text()
    assert shown.content == b""
    assert not shown.print.isEnabled()
    shown.reject()
