import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QSplitter, QWidget  # noqa: TID251

from konfkasus_gui.screens import dialogs, qt_words, theme


@pytest.fixture
def no_unexpected_question():
    """All questions are expected here."""


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def soon(deed):
    """Do ``deed`` with the window that will be open."""

    def act():
        deed(QApplication.activeModalWidget())

    QTimer.singleShot(0, act)


def press(words):
    return lambda box: next(b for b in box.findChildren(QPushButton) if b.text() == words).click()


@pytest.mark.parametrize(("button", "agreed"), [("Batalkan undangan", True), ("Kembali", False)])
def test_only_the_named_action_is_a_yes(window, button, agreed):
    soon(press(button))
    assert dialogs.confirm(window, "Batalkan?", action="Batalkan undangan") is agreed


@pytest.mark.parametrize("danger", [True, False])
def test_esc_is_no(window, danger):
    soon(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert dialogs.confirm(window, "Batalkan?", action="Batalkan", danger=danger) is False


@pytest.mark.parametrize(("danger", "agreed"), [(True, False), (False, True)])
def test_enter_does_nothing_that_cannot_be_undone(window, danger, agreed):
    soon(lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    assert dialogs.confirm(window, "Hapus?", action="Hapus", danger=danger) is agreed


def test_a_question_has_its_detail(window):
    shown = []

    def look(box):
        shown.extend([box.sentence.text(), box.detail.text(), box.accessibleName()])
        box.reject()

    soon(look)
    dialogs.confirm(window, "Hapus?", action="Hapus", detail="Tidak dapat dikembalikan.")
    assert shown == ["Hapus?", "Tidak dapat dikembalikan.", "Hapus?"]


def test_a_message_is_read_and_closed(window):
    soon(press("Mengerti"))
    assert dialogs.tell(window, "Cadangan sudah dibuat.") is None


def test_a_reason_must_be_written(window):
    states = []

    def answer(box):
        states.append(box.action.isEnabled())
        QTest.keyClicks(box.reason, "  Konseli sakit ")
        states.append(box.action.isEnabled())
        box.action.click()

    soon(answer)
    assert dialogs.ask_reason(window, "Tunda?", action="Tunda") == "Konseli sakit"
    assert states == [False, True]


def test_a_reason_not_given_is_none(window):
    soon(lambda box: box.reject())
    assert dialogs.ask_reason(window, "Tunda?", action="Tunda") is None


def test_the_way_back_may_bear_its_own_name(window):
    named = []

    def answer(box):
        named.append(box.back.text())
        box.back.click()

    soon(answer)
    back = "Jawab pertanyaannya"
    assert dialogs.ask_reason(window, "Tunda?", action="Tunda", back=back) is None
    assert named == [back]


@pytest.mark.parametrize("percent", [100, 200])
def test_no_button_of_a_question_is_cut_off(qapp, qtbot, percent):
    theme.apply(qapp, percent)
    try:
        box = dialogs.ReasonQuestion(
            None, "Belum dijawab.", detail="", action="Lanjut ke perencanaan", back="Jawab sekarang"
        )
        qtbot.addWidget(box)
        with qtbot.waitExposed(box):
            box.show()
        for button in (box.back, box.action):
            assert button.width() >= button.sizeHint().width()
    finally:
        theme.apply(qapp, 100)


def test_a_file_to_write_gets_its_suffix(window, tmp_path):
    def choose(box):
        box.setDirectory(str(tmp_path))
        box.selectFile(str(tmp_path / "undangan"))
        box.accept()

    soon(choose)
    chosen = dialogs.choose_save_file(window, "Simpan PDF", "undangan.pdf", "PDF (*.pdf)")
    assert chosen == tmp_path / "undangan.pdf"


def test_no_file_chosen_is_none(window):
    soon(lambda box: box.reject())
    assert dialogs.choose_open_file(window, "Buka cadangan", "Arsip (*.kkdb)") is None


def test_the_file_window_speaks_indonesian(window):
    words = []

    def look(box):
        words.extend(box.labelText(label) for label in QFileDialog.DialogLabel)
        box.reject()

    soon(look)
    dialogs.choose_open_file(window, "Buka cadangan", "Arsip (*.kkdb)")
    assert words == ["Lihat di:", "Nama berkas:", "Jenis berkas:", "Buka", "Batal"]


def test_the_window_is_never_that_of_the_desktop_which_lists_recent_files(window):
    seen = []

    def look(box):
        seen.append(box.testOption(QFileDialog.Option.DontUseNativeDialog))
        box.reject()

    for choose in (
        lambda: dialogs.choose_open_file(window, "Buka", "Arsip (*.kkdb)"),
        lambda: dialogs.choose_save_file(window, "Simpan", "a.pdf", "PDF (*.pdf)"),
        lambda: dialogs.choose_folder(window, "Pilih"),
    ):
        soon(look)
        choose()
    assert seen == [True, True, True]


def test_the_folders_one_was_in_are_remembered_nowhere(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "devnull", str(tmp_path / "settings"))
    (tmp_path / "Bayu Rekaan").mkdir()

    def choose(box):
        box.destroyed.connect(lambda: seen.append(True))
        box.setDirectory(str(tmp_path / "Bayu Rekaan"))
        box.accept()

    seen = []
    soon(choose)
    dialogs.choose_folder(window, "Pilih")
    qtbot.waitUntil(lambda: bool(seen))
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()
    for path in (tmp_path / "settings").rglob("*"):
        assert not path.is_file() or b"Rekaan" not in path.read_bytes()


def test_a_folder_can_be_chosen(window, tmp_path):
    def choose(box):
        box.setDirectory(str(tmp_path.parent))
        box.selectFile(str(tmp_path))
        box.accept()

    soon(choose)
    assert dialogs.choose_folder(window, "Pilih folder cadangan") == Path(tmp_path)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_long_question_fits_a_small_screen(qapp, window, percent):
    theme.apply(qapp, percent)
    sizes = []

    def look(box):
        sizes.append(box.size())
        box.reject()

    soon(look)
    dialogs.confirm(
        window,
        "Batalkan 6 undangan untuk pertemuan ke-1 karena persetujuan ditarik kembali?",
        action="Batalkan undangan",
        detail="Nomor surat tetap tercatat sebagai dibatalkan dan tidak dipakai lagi. " * 3,
    )
    theme.apply(qapp, 100)
    assert sizes[0].width() <= 1024
    assert sizes[0].height() <= 600


def test_qt_answers_in_our_words(qapp):
    words = qt_words.QtWords(qapp)
    assert words.translate("QPlatformTheme", "&Yes") == "Ya"
    assert words.translate("QPlatformTheme", "Cancel") == "Batal"
    assert words.translate("QWidgetTextControl", "Select All") == "Pilih semua"


CHOOSES = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from konfkasus_gui.screens import dialogs
application = QApplication([])
def accept():
    window = QApplication.activeModalWidget()
    window.setDirectory(sys.argv[1])
    window.done(1)
for choose in (
    lambda: dialogs.choose_open_file(None, "Pilih", "*.pdf"),
    lambda: dialogs.choose_save_file(None, "Simpan", "baru.pdf", "*.pdf"),
):
    QTimer.singleShot(50, accept)
    print(choose())
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


def test_choosing_files_leaves_no_trace_of_their_folders(tmp_path):
    home, chosen = tmp_path / "rumah", tmp_path / "ahmad-fauzi"
    home.mkdir()
    chosen.mkdir()
    root = Path(__file__).parents[2]
    env = {"HOME": str(home), "PYTHONPATH": str(root), "PATH": "", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", CHOOSES, str(chosen)],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert str(chosen / "baru.pdf") in done.stdout
    written = [path for path in home.rglob("*") if path.is_file()]
    assert [path for path in written if b"ahmad-fauzi" in path.read_bytes()] == []
    assert [path for path in written if path.suffix == ".conf"] == []


def test_the_places_beside_the_files_have_room_for_their_names(window):
    widths = []

    def look(files):
        widths.append(files.findChild(QSplitter).sizes()[0])
        files.reject()

    soon(look)
    dialogs.choose_open_file(window, "Buka cadangan", "Arsip (*.kkdb)")
    assert widths[0] >= 150
