from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWizard

from konfkasus_gui.procedure.letter import Document, fingerprint
from konfkasus_gui.procedure.planning import Step
from konfkasus_gui.procedure.scan import LARGEST
from konfkasus_gui.procedure.school import Guardian
from konfkasus_gui.procedure.vocabulary import (
    CaseState,
    ConsentGiver,
    ConsentManner,
    ConsentState,
    DocumentKind,
    LetterState,
    Relation,
)
from konfkasus_gui.screens import deeds, dialogs, letter_deeds
from konfkasus_gui.screens.planning.scan_window import show_scan

NEXT = QWizard.WizardButton.NextButton
CLIENT, GUARDIAN = ConsentGiver.CLIENT, ConsentGiver.GUARDIAN
PDF = b"%PDF-1.7\n" + b"x" * 9000 + b"\n%%EOF\n"


@pytest.fixture
def page(opened):
    return opened(Step.CONSENT).page_now


@pytest.fixture
def cards(page):
    return dict(zip(ConsentGiver, page.cards, strict=True))


def test_an_answer_is_dated_and_signed_by_the_account(cards, session, plan):
    cards[CLIENT].form.state.chip(ConsentState.GIVEN).click()
    kept = plan().consent(CLIENT)
    assert (kept.state, kept.given_on) == (ConsentState.GIVEN, session.today())
    assert kept.recorded_by == "Dra. Siti Aminah"
    assert cards[CLIENT].form.recorded_by.text() == "Dra. Siti Aminah"
    assert cards[CLIENT].count.text() == "diberikan"


def test_both_answers_open_the_way(page, cards):
    forward = page.stage.button(NEXT)
    assert not forward.isEnabled()
    cards[GUARDIAN].form.state.chip(ConsentState.GIVEN).click()
    assert not forward.isEnabled()
    cards[CLIENT].form.state.chip(ConsentState.CONDITIONAL).click()
    assert forward.isEnabled()


def test_conditions_are_kept_as_typed(qtbot, page, cards, plan):
    form = cards[CLIENT].form
    form.state.chip(ConsentState.CONDITIONAL).click()
    form.manner.chip(ConsentManner.ORAL).click()
    qtbot.keyClicks(form.audience, "Wali kelas saja")
    qtbot.keyClicks(form.exceptions, "Keadaan keluarga")
    page.flush()
    kept = plan().consent(CLIENT)
    assert (kept.manner, kept.audience) == (ConsentManner.ORAL, "Wali kelas saja")
    assert kept.exceptions == "Keadaan keluarga"


def test_only_what_the_answer_asks_for_is_shown(cards):
    form = cards[GUARDIAN].form
    assert not form.audience.isVisible()
    form.state.chip(ConsentState.GIVEN).click()
    assert form.audience.isVisible()
    assert not form.decided_by.isVisible()
    form.state.chip(ConsentState.UNOBTAINABLE).click()
    assert form.decided_by.isVisible()
    assert not form.audience.isVisible()


def test_a_guardian_who_cannot_be_asked_takes_a_reason_and_a_name(qtbot, page, cards):
    cards[CLIENT].form.state.chip(ConsentState.GIVEN).click()
    form = cards[GUARDIAN].form
    form.state.chip(ConsentState.UNOBTAINABLE).click()
    assert not page.stage.button(NEXT).isEnabled()
    qtbot.keyClicks(form.reason, "Tidak dapat dihubungi.")
    qtbot.keyClicks(form.decided_by, "Kepala sekolah")
    page.flush()
    assert page.stage.button(NEXT).isEnabled()


def test_a_guardians_name_is_offered_and_never_stands_as_an_example(
    opened, session, conference, student
):
    session.save(Guardian(student_id=student.id, relation=Relation.FATHER, name="Danu Rekaan"))
    form = opened(Step.CONSENT).page_now.cards[1].form
    model = form.name.completer().model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Danu Rekaan" in offered
    assert not any(name in form.name.placeholderText() for name in offered)


def test_taking_consent_back_freezes_and_cancels(opened, session, conference, ready, plan, answers):
    letter_deeds.number_invitations(session, conference.id, session.today())
    page = opened(Step.CONSENT).page_now
    answers.append(("Tarik persetujuan", True))
    page.cards[0].withdraw.click()
    assert plan().case.state is CaseState.FROZEN
    assert {letter.state for letter in plan().letters} == {LetterState.CANCELLED}
    assert page.cards[0].withdrawn.isVisible()
    assert not page.cards[0].withdraw.isVisible()
    assert not page.stage.button(NEXT).isEnabled()


def test_taking_it_back_can_be_thought_over(opened, ready, plan, answers):
    page = opened(Step.CONSENT).page_now
    answers.append(("Tarik persetujuan", False))
    page.cards[0].withdraw.click()
    assert plan().consent(CLIENT).state is ConsentState.GIVEN


def test_an_agreement_with_letters_ends_only_by_taking_it_back(opened, session, conference, ready):
    form = opened(Step.CONSENT).page_now.cards[0].form
    assert form.state.chip(ConsentState.REFUSED).isEnabled()
    letter_deeds.number_invitations(session, conference.id, session.today())
    assert not form.state.chip(ConsentState.REFUSED).isEnabled()
    assert form.state.chip(ConsentState.CONDITIONAL).isEnabled()


def test_a_new_consent_thaws_the_case(opened, session, conference, ready, plan):
    deeds.withdraw_consent(session, conference.id, plan().consent(CLIENT))
    page = opened(Step.CONSENT).page_now
    page.cards[0].form.state.chip(ConsentState.GIVEN).click()
    assert plan().case.state is CaseState.OPEN
    assert plan().consent(CLIENT).withdrawn_on is None
    assert page.stage.button(NEXT).isEnabled()


def test_a_scan_is_kept_in_the_archive(cards, session, plan, tmp_path, monkeypatch):
    file = tmp_path / "pindaian.pdf"
    file.write_bytes(PDF)
    cards[CLIENT].form.state.chip(ConsentState.GIVEN).click()
    monkeypatch.setattr(dialogs, "choose_open_file", lambda *_: file)
    cards[CLIENT].choose_scan.click()
    kept = session.get(Document, plan().consent(CLIENT).scan_id)
    assert (kept.content, kept.sha256) == (PDF, fingerprint(PDF))
    assert "tersimpan" in cards[CLIENT].scan_state.text()


@pytest.fixture
def scan(session, case):
    """Keeps a scan and opens it."""

    def show(content):
        kept = session.save(
            Document(
                case_id=case.id,
                kind=DocumentKind.SCAN,
                title="Pindaian",
                content=content,
                sha256=fingerprint(content),
                kept_at=session.now(),
            )
        )
        window = show_scan(session, kept.id, None)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        return window

    return show


def picture():
    image = QImage(900, 1200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(device, "PNG")
    return bytes(device.data().data())


def test_a_kept_picture_is_shown_and_goes_when_the_archive_locks(qtbot, scan, session):
    window = scan(picture())
    qtbot.addWidget(window)
    assert window.sheet.widget().pixmap().width() == 580
    session.locked.emit()
    assert not window.isVisible()


def test_a_kept_pdf_is_shown(qtbot, scan, tmp_path):
    buffer = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(buffer)
    window = scan(buffer.getvalue())
    qtbot.addWidget(window)
    assert window.pdf.pageCount() == 1


def test_a_scan_that_cannot_be_drawn_says_so(qtbot, scan):
    window = scan(PDF)
    qtbot.addWidget(window)
    assert "Pindai ulang" in window.sheet.text()


@pytest.mark.parametrize("content", [b"MZ", b"", b"%PDF-" + b"x" * LARGEST, None])
def test_another_file_is_refused_in_words(cards, session, plan, tmp_path, monkeypatch, content):
    file = tmp_path / "berkas.pdf"
    if content is not None:
        file.write_bytes(content)
    told = []
    monkeypatch.setattr(dialogs, "choose_open_file", lambda *_: file)
    monkeypatch.setattr(dialogs, "tell", lambda _parent, sentence: told.append(sentence))
    cards[CLIENT].form.state.chip(ConsentState.GIVEN).click()
    cards[CLIENT].choose_scan.click()
    assert len(told) == 1
    assert plan().consent(CLIENT).scan_id is None
    assert session.lists.documents(plan().case.id) == ()


def test_an_answer_elsewhere_is_shown_here(cards, session, plan):
    cards[CLIENT].form.state.chip(ConsentState.GIVEN).click()
    session.save(replace(plan().consent(CLIENT), state=ConsentState.REFUSED))
    assert cards[CLIENT].count.text() == "belum bersedia"
