from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.letter_texts import LetterField, LetterText, Passage
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.school import Wording
from konfkasus_gui.procedure.vocabulary import ConsentGiver, ConsentState, DocumentKind, Origin
from konfkasus_gui.screens.materials import materials
from konfkasus_gui.screens.settings import SettingsPage
from konfkasus_gui.screens.settings.page import Part


@pytest.fixture
def page(qtbot, session):
    page = SettingsPage(session)
    page.resize(1150, 700)
    page.show()
    page.show_part(Part.WORDING)
    qtbot.waitUntil(lambda: not page.busy)
    yield page
    qtbot.waitUntil(lambda: not page.busy)
    page.close()
    page.deleteLater()


def form_of(page, passage):
    [form] = [form for form in page.wording.forms if form.passage is passage]
    return form


def write(qtbot, form, text):
    form.area.setFocus()
    form.area.selectAll()
    qtbot.keyClick(form.area, Qt.Key.Key_Delete)
    qtbot.keyClicks(form.area, text)
    form.flush()


def kept(session):
    return {wording.key: wording.text for wording in session.archive.every(Wording)}


def test_what_is_typed_is_kept_and_drawn(qtbot, page, session):
    before = page.wording.preview.pdf.getAllText(0).text()
    assert "Atas perhatian dan kerja sama" in before
    form = form_of(page, Passage.FAMILY_CLOSING)
    write(qtbot, form, "Sampai bertemu di {tempat}.")
    assert kept(session) == {"invitation_family.closing": "Sampai bertemu di {tempat}."}
    qtbot.waitUntil(
        lambda: "Sampai bertemu di Ruang BK." in page.wording.preview.pdf.getAllText(0).text()
    )
    assert form.changed_badge.text() == "diubah"


def test_nothing_is_kept_of_a_text_that_was_not_changed(page, session):
    for letter in LetterText:
        page.wording.letter.set_value(letter)
    assert kept(session) == {}


def test_a_click_puts_a_field_where_the_cursor_stands(qtbot, page, session):
    form = form_of(page, Passage.FAMILY_CLOSING)
    write(qtbot, form, "Di sini.")
    qtbot.keyClick(form.area, Qt.Key.Key_Left)
    chips = {chip.text(): chip for chip in form.fields}
    chips["{tempat}"].click()
    qtbot.keyClicks(form.area, "!")
    form.flush()
    assert kept(session)["invitation_family.closing"] == "Di sini{tempat}!."


def test_a_coded_letter_offers_no_field_that_names_the_child(page):
    for letter in LetterText:
        page.wording.letter.set_value(letter)
        offered = {chip.text() for form in page.wording.forms for chip in form.fields}
        named = {"{nama_siswa}", "{kelas}"} & offered
        coded = "{kode_kasus}" in offered
        if letter in (LetterText.INVITATION_SCHOOL, LetterText.INVITATION_OUTSIDE):
            assert coded
            assert not named
        elif letter is not LetterText.SECOND_INVITATION:
            assert not (coded and named)


def test_an_unknown_field_is_named_beside_the_text_and_kept(qtbot, page, session):
    form = form_of(page, Passage.FAMILY_CLOSING)
    write(qtbot, form, "Untuk {nama_ibu} {")
    said = form.notice.sentence.text()
    assert "{nama_ibu} tidak dikenal." in said
    assert "Tanda { belum berpasangan." in said
    assert "surat memakai teks asli" in said
    assert kept(session)["invitation_family.closing"] == "Untuk {nama_ibu} {"
    page.wording.letter.set_value(LetterText.REFERRAL)
    page.wording.letter.set_value(LetterText.INVITATION_FAMILY)
    again = form_of(page, Passage.FAMILY_CLOSING)
    assert again.area.value() == "Untuk {nama_ibu} {"
    assert again.changed_badge.text() == "perlu diperbaiki"


def test_the_programs_text_comes_back_and_can_be_undone(qtbot, page, session):
    form = form_of(page, Passage.FAMILY_CLOSING)
    assert not form.restore.isEnabled()
    write(qtbot, form, "Terima kasih.")
    form.restore.click()
    form.flush()
    assert form.area.value() == Passage.FAMILY_CLOSING.text
    assert kept(session) == {}
    form.undo.click()
    form.flush()
    assert form.area.value() == "Terima kasih."
    assert kept(session) == {"invitation_family.closing": "Terima kasih."}


def test_an_emptied_text_says_that_it_is_not_printed(qtbot, page, session):
    form = form_of(page, Passage.FAMILY_NOTE)
    write(qtbot, form, "")
    assert form.notice.sentence.text() == "Kosong: bagian ini tidak dicetak."
    assert kept(session) == {"invitation_family.note": ""}


def test_fields_are_offered_below_the_text_that_is_being_written(qtbot, page):
    first, second, *_rest = page.wording.forms
    assert first.fields[0].isVisible()
    second.area.setFocus()
    qtbot.waitUntil(lambda: second.fields[0].isVisible())
    assert not first.fields[0].isVisible()


def test_the_preview_follows_the_text_that_is_being_written(qtbot, page):
    page.resize(780, 560)
    bar = page.wording.preview.frame.verticalScrollBar()
    page.wording.forms[0].area.setFocus()
    qtbot.waitUntil(lambda: 0 < bar.value() < bar.maximum())
    above = bar.value()
    page.wording.forms[-1].area.setFocus()
    qtbot.waitUntil(lambda: bar.value() > above)


def test_locking_keeps_what_is_typed(qtbot, page, session):
    form = form_of(page, Passage.FAMILY_CLOSING)
    form.area.setFocus()
    form.area.selectAll()
    qtbot.keyClicks(form.area, "Baru")
    session.lock()
    assert kept(session) == {"invitation_family.closing": "Baru"}


@pytest.mark.parametrize("letter", LetterText)
def test_every_letter_is_drawn_with_its_texts(qtbot, page, letter):
    page.wording.letter.set_value(letter)
    preview = page.wording.preview
    qtbot.waitUntil(lambda: not preview.busy and preview.shown[0] is letter)
    text = " ".join(
        " ".join(preview.pdf.getAllText(number).text().split())
        for number in range(preview.pdf.pageCount())
    )
    assert "{" not in text
    assert len([form for form in page.wording.forms if form.passage.letter is letter]) == len(
        letter.passages
    )


def test_letters_of_a_case_are_printed_with_the_schools_text(session, conference):
    session.save(Wording(key=Passage.SCHOOL_CLOSING.value, text="Terima kasih, {nama_penerima}."))
    session.save(
        Consent(case_id=conference.case_id, giver=ConsentGiver.CLIENT, state=ConsentState.GIVEN)
    )
    session.save(
        Participant(conference_id=conference.id, name="Hendra Gunawan", origin=Origin.SCHOOL)
    )
    drawn = build(DocumentKind.INVITATION, materials(session, conference.id))
    [page] = PdfReader(BytesIO(drawn)).pages
    assert "Terima kasih, Hendra Gunawan." in " ".join(page.extract_text().split())


def test_every_field_has_its_place_in_some_letter():
    assert set().union(*(passage.fields for passage in Passage)) == set(LetterField)


def test_a_school_of_another_kind_gets_its_lines_and_may_have_the_old_ones_back(page, session):
    page.show_part(Part.SCHOOL)
    session.save(replace(session.school, authority="BARIS SENDIRI"))
    form = page.letterhead
    kinds = {chip.text(): chip for chip in form.kind.findChildren(type(form.back))}
    kinds["Madrasah"].click()
    assert session.school.authority.startswith("KEMENTERIAN AGAMA")
    assert session.school.principal_title == "Kepala Madrasah"
    assert form.authority.value() == session.school.authority
    form.back.click()
    assert session.school.authority == "BARIS SENDIRI"
    assert session.school.principal_title == "Kepala Sekolah"
    assert form.authority.value() == "BARIS SENDIRI"
    assert not form.back.isVisible()
