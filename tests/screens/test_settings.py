import zlib
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage

from konfkasus_gui.documents.letterhead import LARGEST_FILE
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.vocabulary import Paper
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.settings import SettingsPage
from konfkasus_gui.screens.settings.about import LicenceWindow
from konfkasus_gui.screens.settings.letterhead_preview import HIGHEST
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


@pytest.fixture
def picture(tmp_path):
    """Writes a picture of one colour into a file."""

    def write(size=(60, 40), kind="PNG"):
        path = tmp_path / f"logo.{kind.lower()}"
        Image.new("RGB", size, "navy").save(path, kind)
        return path

    return write


def replace_text(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)


def bomb():
    """A PNG of a few hundred bytes that says it has 60 000 by 60 000 points."""
    written = BytesIO()
    Image.new("L", (1, 1)).save(written, "PNG")
    content = bytearray(written.getvalue())
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    content[29:33] = zlib.crc32(bytes(content[12:29])).to_bytes(4, "big")
    return bytes(content)


def seen(page):
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    page.preview.image.save(buffer, "PNG")
    return bytes(buffer.data())


def test_what_is_typed_into_the_letterhead_is_kept_and_drawn(qtbot, page, session):
    before = seen(page)
    replace_text(qtbot, page.letterhead.name, "SMP Negeri 2 Sukamaju")
    replace_text(qtbot, page.letterhead.contact, "Telepon (0299) 000111")
    page.letterhead.flush()
    assert session.school.name == "SMP Negeri 2 Sukamaju"
    assert session.school.contact == "Telepon (0299) 000111"
    qtbot.waitUntil(lambda: page.preview.shown == session.school and not page.busy)
    assert seen(page) != before


def test_the_school_is_never_without_a_name(qtbot, page, session):
    replace_text(qtbot, page.letterhead.name, "")
    page.letterhead.flush()
    assert session.school.name == "SMP Negeri 1 Sukamaju"
    assert page.letterhead.nameless.isVisible()
    page.letterhead.city.setFocus()
    assert page.letterhead.name.text() == "SMP Negeri 1 Sukamaju"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_chosen_shown_kept_and_removed(qtbot, page, session, picture, monkeypatch, kind):
    path = picture(kind=kind)

    def choose_open_file(parent, caption, filter):
        return path

    monkeypatch.setattr(dialogs, "choose_open_file", choose_open_file)
    logo = page.letterhead.logo_left
    logo.choose_button.click()
    page.letterhead.flush()
    assert session.school.logo_left == path.read_bytes()
    assert not logo.picture.pixmap().isNull()
    logo.remove_button.click()
    page.letterhead.flush()
    assert session.school.logo_left is None
    assert not logo.remove_button.isVisible()


@pytest.mark.parametrize(
    "content", [b"", b"bukan gambar", bytes(LARGEST_FILE + 1), bomb()], ids=range(4)
)
def test_a_picture_that_letters_cannot_bear_is_refused_in_words(page, session, tmp_path, content):
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    page.letterhead.logo_right.take(path)
    page.letterhead.flush()
    assert page.letterhead.logo_right.refusal.isVisible()
    assert session.school.logo_right is None


def test_a_logo_that_is_gone_is_told(page, tmp_path):
    page.letterhead.logo_left.take(tmp_path / "tidak-ada.png")
    assert "tidak dapat dibaca" in page.letterhead.logo_left.refusal.sentence.text()


def test_the_preview_draws_only_the_head_of_a_page(page):
    image = page.preview.image
    assert isinstance(image, QImage)
    assert image.width() > 2 * image.height()


def test_one_click_gives_the_greeting_and_its_answer(page, session):
    page.show_part(Part.LETTERS)
    greeting = ("Assalamu'alaikum Wr. Wb.", "Wassalamu'alaikum Wr. Wb.")
    page.letters.writing.greetings.chip(greeting).click()
    assert (session.school.greeting, session.school.farewell) == greeting
    assert page.letters.writing.greeting.text() == greeting[0]


def test_an_own_greeting_is_kept(qtbot, page, session):
    page.show_part(Part.LETTERS)
    replace_text(qtbot, page.letters.writing.greeting, "Salam Pramuka,")
    page.letters.writing.flush()
    assert session.school.greeting == "Salam Pramuka,"
    assert page.letters.writing.greetings.value() is None


def test_paper_and_time_zone_are_chosen(page, session):
    page.show_part(Part.LETTERS)
    page.letters.sheet.paper.chip(Paper.A4).click()
    page.letters.writing.time_zone.chip("WITA").click()
    assert (session.school.paper, session.school.time_zone) == (Paper.A4, "WITA")


def test_the_number_is_shown_as_it_will_be_while_one_types(qtbot, page, session):
    page.show_part(Part.LETTERS)
    assert page.letters.number.example.sentence.text() == "Contoh: 421.3/001/SMPN1/III/2026"
    replace_text(qtbot, page.letters.number.unit, "BK")
    assert page.letters.number.example.sentence.text() == "Contoh: 421.3/001/BK/III/2026"
    page.letters.number.flush()
    assert session.school.number_unit == "BK"


@pytest.mark.parametrize("pattern", ["{kode}/{tahun}", "{urut", "{urut:03}/{nomor}", ""])
def test_a_pattern_without_a_number_is_explained_and_not_kept(qtbot, page, session, pattern):
    page.show_part(Part.LETTERS)
    before = session.school.number_pattern
    replace_text(qtbot, page.letters.number.pattern, pattern)
    page.letters.number.flush()
    assert page.letters.number.example.property("notice") == "warning"
    assert "tetap dipakai" in page.letters.number.example.sentence.text()
    replace_text(qtbot, page.letters.number.code, "420")
    page.letters.number.flush()
    assert session.school.number_pattern == before
    assert session.school.number_code == "420"
    assert page.letters.number.pattern.text() == before


def test_the_signers_are_kept(qtbot, page, session):
    page.letters.signers.principal_title.usual.chip("Kepala Madrasah").click()
    replace_text(qtbot, page.letters.signers.coordinator, "Budi Rekaan, S.Pd.")
    page.letters.signers.flush()
    assert session.school.principal_title == "Kepala Madrasah"
    assert page.letters.signers.principal_title.value() == "Kepala Madrasah"
    assert session.school.coordinator == "Budi Rekaan, S.Pd."


def test_the_counselor_is_kept_and_known_to_the_session(qtbot, page, session, account):
    page.show_part(Part.ACCOUNT)
    form = page.account.form
    replace_text(qtbot, form.name, "Dra. Siti Aminah, M.Pd.")
    replace_text(qtbot, form.identity.number, "1")
    form.flush()
    kept = session.get(Account, account.id)
    assert (kept.name, kept.identity) == ("Dra. Siti Aminah, M.Pd.", "NIP 1")
    assert session.account == kept
    replace_text(qtbot, form.name, "")
    form.flush()
    assert session.account.name == "Dra. Siti Aminah, M.Pd."


def test_another_passphrase_is_asked_for_by_whoever_has_the_keys(qtbot, page):
    page.show_part(Part.ACCOUNT)
    with qtbot.waitSignal(page.passphrase_requested):
        page.account.change_button.click()


def test_the_program_tells_its_version_folder_and_licences(qtbot, page, tmp_path):
    page.show_part(Part.ABOUT)
    assert page.about.folder.text() == str(tmp_path)
    page.about.licences.click()
    [window] = page.findChildren(LicenceWindow)
    shown = window.text.toPlainText()
    assert "SIL OPEN FONT LICENSE" in shown
    assert "ISC" in shown
    with qtbot.waitSignal(window.destroyed):
        window.accept()


def test_locking_keeps_what_is_typed(qtbot, page, session):
    replace_text(qtbot, page.letterhead.city, "Sukamulya")
    session.lock()
    assert session.school.city == "Sukamulya"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_part_needs_more_than_a_small_screen(qapp, page, percent):
    theme.apply(qapp, percent)
    try:
        for part in Part:
            page.show_part(part)
            assert page.minimumSizeHint().height() <= 560
    finally:
        theme.apply(qapp, 100)


@pytest.mark.parametrize("name", ["Nama " * 2_000, "x" * 5_000, "<b>SMP</b> 🙂 مرحبا"])
def test_any_name_leaves_room_for_the_form(qtbot, page, session, name):
    page.letterhead.name.setText(name.strip())
    page.letterhead.name.textEdited.emit(name.strip())
    page.letterhead.flush()
    qtbot.waitUntil(lambda: page.preview.shown == session.school and not page.busy)
    assert session.school.name == name.strip()
    assert page.preview.picture.height() <= HIGHEST
    assert page.height() == 760
