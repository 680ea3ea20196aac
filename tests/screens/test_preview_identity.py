"""What the identity check finds is shown before a paper leaves."""

from dataclasses import replace

import pytest

from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.identity import IdentityCheck, People
from konfkasus_gui.procedure.planning import DataItem
from konfkasus_gui.procedure.vocabulary import Aspect, ConsentGiver, ConsentState, DocumentKind
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.identity_window import IdentityWindow
from konfkasus_gui.screens.preview import PreviewWindow


@pytest.fixture
def telling(session, case, conference):
    """A shareable data item names another student of the school."""
    consent = session.plan(conference.id).consent(ConsentGiver.CLIENT)
    session.save(replace(consent, state=ConsentState.GIVEN))
    client = session.student_of(session.plan(conference.id))
    other = session.save(replace(client, id=0, nisn="", nipd="", name="Kirana Maheswari"))
    session.save(
        DataItem(
            case_id=case.id,
            aspect=Aspect.ATTENDANCE,
            text=f"Sering pulang bersama {other.name}.",
            shareable=True,
        )
    )
    return other


@pytest.fixture
def window(qtbot, session, conference, telling):
    window = PreviewWindow(session, conference.id, DocumentKind.CHAIR_SHEET, None)
    window.show()
    qtbot.waitUntil(lambda: not window.busy)
    yield window
    window.reject()


@pytest.fixture
def reply(monkeypatch):
    """What is answered in the window of the check: a reason, or an empty one to mend first."""
    asked, reasons = [], []

    def answered(question):
        asked.append(question.rows)
        question.reason = reasons.pop(0)
        return bool(question.reason)

    monkeypatch.setattr(dialogs, "answered", answered)
    return asked, reasons


def saving(monkeypatch, path):
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_asked: path)
    monkeypatch.setattr(dialogs, "confirm", lambda *_asked, **_words: True)


def test_a_paper_that_tells_too_much_stays_until_it_is_mended(window, reply, tmp_path, monkeypatch):
    asked, reasons = reply
    saving(monkeypatch, tmp_path / "lembar.pdf")
    reasons.append("")
    window.save.click()
    [[(sentence, [finding])]] = asked
    assert "Kirana Maheswari" in sentence
    assert finding.found == "Kirana Maheswari"
    assert not (tmp_path / "lembar.pdf").exists()


def test_letting_it_stand_takes_a_reason_that_goes_into_the_history_once(
    window, reply, session, telling, tmp_path, monkeypatch
):
    asked, reasons = reply
    saving(monkeypatch, tmp_path / "lembar.pdf")
    reasons.append("semua peserta sudah mengenalnya")
    window.save.click()
    window.save.click()
    assert len(asked) == 1, "the same pages are not asked about twice"
    assert (tmp_path / "lembar.pdf").read_bytes() == window.content
    notes = [
        event.note
        for event in session.archive.every(AuditEvent)
        if event.deed is Deed.IDENTITY_LEFT
    ]
    assert notes == [f"{DocumentKind.CHAIR_SHEET.label}: semua peserta sudah mengenalnya"]


def test_each_sentence_stands_once_the_sure_ones_first(qtbot, student):
    check = IdentityCheck(People(code="KK-2026-001", client=student))
    first = student.name.split()[0]
    findings = check([f"{student.name} dan {student.name} datang.", f"{first} terlambat."])
    window = IdentityWindow(None, findings, "Cetak tetap")
    qtbot.addWidget(window)
    assert [len(found) for _sentence, found in window.rows] == [1, 1]
    assert window.rows[0][1][0].certain
    assert window.mend.isDefault()
