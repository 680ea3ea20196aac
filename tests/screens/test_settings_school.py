from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.school import BOTTOM_MARGINS, LEFT_MARGINS, PAPER_WIDTHS
from konfkasus_gui.procedure.signatory import Identity
from konfkasus_gui.procedure.vocabulary import Numbering, Paper
from konfkasus_gui.screens.settings import SettingsPage
from konfkasus_gui.screens.settings.page import Part


@pytest.fixture
def page(qtbot, session):
    page = SettingsPage(session)
    page.resize(1150, 760)
    page.show()
    qtbot.waitUntil(lambda: not page.busy)
    yield page
    qtbot.waitUntil(lambda: not page.busy)
    page.close()
    page.deleteLater()


def typed(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def picture(path, size, colour="navy"):
    Image.new("RGB", size, colour).save(path, "PNG")
    return path


def test_a_sheet_of_the_schools_own_size_is_asked_for_only_when_it_is_wanted(qtbot, page, session):
    page.show_part(Part.LETTERS)
    form = page.letters.sheet
    assert not form.own_size.isVisible()
    form.paper.chip(Paper.CUSTOM).click()
    assert form.own_size.isVisible()
    typed(qtbot, form.width_field, "216")
    typed(qtbot, form.height_field, "356")
    form.flush()
    assert session.school.sheet() == (216, 356)


def test_no_sheet_and_no_margin_goes_beyond_what_is_printed_well(qtbot, page, session):
    page.show_part(Part.LETTERS)
    form = page.letters.sheet
    form.paper.chip(Paper.CUSTOM).click()
    for field in (form.width_field, form.left, form.bottom):
        typed(qtbot, field, "999")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    form.flush()
    school = session.school
    assert PAPER_WIDTHS[0] <= school.paper_width <= PAPER_WIDTHS[1]
    assert LEFT_MARGINS[0] <= school.margin_left <= LEFT_MARGINS[1]
    assert BOTTOM_MARGINS[0] <= school.margin_bottom <= BOTTOM_MARGINS[1]


def test_margins_are_kept_and_drawn(qtbot, page, session):
    page.show_part(Part.LETTERS)
    typed(qtbot, page.letters.sheet.left, "25")
    page.letters.sheet.flush()
    assert session.school.margin_left == 25
    qtbot.waitUntil(lambda: page.preview.shown == session.school and not page.busy)


def letter_of(page):
    """What the letter beside the fields says."""
    return " ".join(page.letters.preview.pdf.getAllText(0).text().split())


def test_the_letter_beside_the_fields_shows_each_change(qtbot, page, session):
    page.show_part(Part.LETTERS)
    qtbot.waitUntil(lambda: page.letters.preview.pdf is not None and not page.busy)
    assert "Perihal" in letter_of(page)
    letters = page.letters
    letters.writing.subject_label.usual.chip("Hal").click()
    letters.writing.student_word.usual.chip("murid").click()
    letters.signers.principal_title.usual.chip("Kepala Madrasah").click()
    typed(qtbot, letters.number.unit, "MTSN1")
    for form in (letters.writing, letters.signers, letters.number):
        form.flush()
    qtbot.waitUntil(lambda: "/MTSN1/" in letter_of(page) and not page.busy)
    for words in ("Hal :", "Identitas murid disampaikan", "Kepala Madrasah,"):
        assert words in letter_of(page)
    assert "Perihal" not in letter_of(page)


def test_a_number_that_is_left_to_the_hand_is_dots_on_the_letter(qtbot, page, session):
    page.show_part(Part.LETTERS)
    session.save(replace(session.school, numbering=Numbering.BLANK))
    page.refresh()
    qtbot.waitUntil(lambda: page.letters.preview.pdf is not None and not page.busy)
    qtbot.waitUntil(lambda: "Nomor : ………" in letter_of(page))


def test_usual_words_are_a_click_away_and_others_are_typed(qtbot, page, session):
    page.show_part(Part.LETTERS)
    page.letters.writing.subject_label.usual.chip("Hal").click()
    page.letters.writing.flush()
    assert session.school.subject_label == "Hal"
    typed(qtbot, page.letters.writing.student_word.own, "santri")
    page.letters.writing.flush()
    assert session.school.student_word == "santri"
    assert page.letters.writing.student_word.usual.value() is None


def test_the_number_below_a_name_is_of_the_chosen_kind(qtbot, page, session):
    field = page.letters.signers.principal_identity
    assert field.kind.value() is Identity.NIP
    field.kind.chip(Identity.PPPK).click()
    typed(qtbot, field.number, "198501012021212001")
    page.letters.signers.flush()
    assert session.school.principal_identity == "NI PPPK 19850101 202121 2 001"
    assert not field.problem.isVisible()
    field.kind.chip(Identity.NONE).click()
    page.letters.signers.flush()
    assert session.school.principal_identity == ""
    assert not field.number.isVisible()


def test_a_number_with_too_few_digits_is_told_and_kept(qtbot, page, session):
    page.show_part(Part.LETTERS)
    field = page.letters.signers.coordinator_identity
    field.kind.chip(Identity.NUPTK).click()
    typed(qtbot, field.number, "12345")
    page.letters.signers.flush()
    assert field.problem.text() == "NUPTK biasanya 16 angka; di sini ada 5."
    assert field.problem.isVisible()
    assert session.school.coordinator_identity == "NUPTK 12345"


def test_the_logos_change_places(page, session, tmp_path):
    form = page.letterhead
    assert not form.swap.isEnabled()
    form.logo_left.take(picture(tmp_path / "kiri.png", (40, 40)))
    form.flush()
    left = session.school.logo_left
    assert form.swap.isEnabled()
    form.swap.click()
    assert (session.school.logo_left, session.school.logo_right) == (None, left)
    assert form.logo_right.value() == left
    assert form.logo_left.value() is None


def test_a_banner_is_drawn_in_place_of_the_lines(qtbot, page, session, tmp_path):
    lines = page.preview.pdf.getAllText(0).text()
    assert "SMP NEGERI 1 SUKAMAJU" in lines
    page.letterhead.banner.take(picture(tmp_path / "kop.png", (1200, 220)))
    page.letterhead.flush()
    qtbot.waitUntil(lambda: page.preview.shown == session.school and not page.busy)
    assert "SUKAMAJU" not in page.preview.pdf.getAllText(0).text()
    page.letterhead.banner.remove_button.click()
    page.letterhead.flush()
    qtbot.waitUntil(lambda: page.preview.shown == session.school and not page.busy)
    assert page.preview.pdf.getAllText(0).text() == lines


def test_a_letterhead_that_cannot_be_drawn_is_told_and_the_last_one_stays(qtbot, page, session):
    before = page.preview.pdf.getAllText(0).text()
    session.save(replace(session.school, banner=b"bukan gambar"))
    qtbot.waitUntil(lambda: page.preview.shown == session.school and not page.busy)
    assert "tidak dapat dibaca" in page.preview.words.text()
    assert page.preview.pdf.getAllText(0).text() == before
    session.save(replace(session.school, banner=None))
    qtbot.waitUntil(lambda: page.preview.shown == session.school and not page.busy)
    assert "akan dicetak" in page.preview.words.text()
