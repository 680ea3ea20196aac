"""Real .xlsx files, read and kept through the window of the import."""

from dataclasses import replace
from threading import Event

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.background import Task
from konfkasus_gui.screens.student_import import StudentImport, open_student_import
from konfkasus_gui.screens.student_import_pages import Shown

HEADER = ("No", "Nama", "NIPD", "JK", "NISN", "Rombel Saat Ini", "HP")


@pytest.fixture
def list_of(tmp_path):
    """Writes made-up students, each as name, sex, NISN and class, into a list like Dapodik's."""
    path = tmp_path / "daftar_pd.xlsx"

    def write(*students):
        book = Workbook()
        book.active.append(["Daftar Peserta Didik"])
        book.active.append(HEADER)
        for number, (name, sex, nisn, class_name) in enumerate(students, 1):
            book.active.append([number, name, str(700 + number), sex, nisn, class_name, ""])
        book.save(path)
        return path

    return write


@pytest.fixture
def window(qtbot, session):
    window = StudentImport(session)
    qtbot.addWidget(window)
    window.open()
    yield window
    qtbot.waitUntil(lambda: not window.busy)


BAYU = ("Bayu Rekaan", "L", "0099999902", "VII-A")
CITRA = ("Citra Rekaan", "P", "0099999903", "VII-B")


def read(qtbot, window, path):
    window.read(path)
    qtbot.waitUntil(lambda: not window.busy)


def keep(qtbot, window):
    window.import_button.click()
    qtbot.waitUntil(window.done_page.isVisible)


def names(session):
    return [student.name for student in session.lists.students()]


def figures(window):
    page = window.preview_page
    counts = (page.new, page.changed, page.unchanged, page.skipped)
    return [count.number.text() for count in counts]


def test_reading_changes_nothing_and_shows_what_would_be_new(qtbot, window, session, list_of):
    read(qtbot, window, list_of(BAYU, CITRA))
    assert figures(window) == ["2", "0", "0", "0"]
    assert window.import_button.text() == "Impor 2 siswa"
    assert window.preview_page.new_rows.cell(0, 1) == "Bayu Rekaan"
    assert names(session) == []


def test_the_import_keeps_all_tells_every_screen_and_is_remembered(
    qtbot, window, session, account, list_of
):
    read(qtbot, window, list_of(BAYU, CITRA))
    with qtbot.waitSignal(session.changed) as told:
        keep(qtbot, window)
    assert told.args == [None]
    assert names(session) == ["Bayu Rekaan", "Citra Rekaan"]
    assert window.done_page.sentence.text() == "2 siswa sudah diimpor"
    [event] = session.archive.every(AuditEvent)
    assert (event.deed, event.account_id, event.note) == (
        Deed.IMPORTED,
        account.id,
        "2 baru, 0 diperbarui",
    )
    window.finish.click()
    assert not window.isVisible()


def test_a_second_import_shows_before_and_after_and_updates(qtbot, window, session, list_of):
    read(qtbot, window, list_of(BAYU, CITRA))
    keep(qtbot, window)
    read(qtbot, window, list_of(replace_class(BAYU, "VIII-A"), CITRA))
    assert figures(window) == ["0", "1", "1", "0"]
    assert window.preview_page.lists.value() is Shown.CHANGED
    rows = window.preview_page.changed_rows
    assert [rows.cell(0, column) for column in range(5)] == [
        "3",
        "Bayu Rekaan",
        "kelas",
        "VII-A",
        "VIII-A",
    ]
    keep(qtbot, window)
    assert {one.name: one.class_name for one in session.lists.students()} == {
        "Bayu Rekaan": "VIII-A",
        "Citra Rekaan": "VII-B",
    }


def replace_class(student, class_name):
    return (*student[:3], class_name)


def test_the_same_file_again_has_nothing_to_import(qtbot, window, list_of):
    path = list_of(BAYU)
    read(qtbot, window, path)
    keep(qtbot, window)
    read(qtbot, window, path)
    assert not window.import_button.isVisible()
    assert window.preview_page.notice.isVisible()
    window.close_button.click()
    assert not window.isVisible()


def test_odd_rows_are_told_with_their_numbers(qtbot, window, session, list_of):
    read(qtbot, window, list_of(BAYU, ("", "L", "0099999909", "VII-A"), ("Dewi", "P", "12", "IX")))
    assert figures(window)[3] == "1"
    window.preview_page.lists.chip(Shown.ODD).click()
    told = window.preview_page.odd_rows.toPlainText()
    assert window.preview_page.odd_rows.isVisible()
    assert "Baris 4: nama kosong" in told
    assert "Baris 5: NISN bukan 10 angka" in told
    keep(qtbot, window)
    assert names(session) == ["Dewi", "Bayu Rekaan"]


def test_a_file_that_is_no_list_is_refused_in_words_and_left_as_it_is(
    qtbot, window, session, tmp_path, list_of
):
    wrong = tmp_path / "surat.xlsx"
    wrong.write_bytes(b"bukan lembar kerja")
    read(qtbot, window, wrong)
    assert window.choose_page.refusal.isVisible()
    assert "bukan berkas Excel" in window.choose_page.refusal.sentence.text()
    assert wrong.read_bytes() == b"bukan lembar kerja"
    assert names(session) == []
    read(qtbot, window, list_of(BAYU))
    assert window.preview_page.isVisible()


def test_another_file_may_be_chosen(qtbot, window, list_of, monkeypatch):
    path = list_of(BAYU)
    answers = [None, path]

    def choose_open_file(parent, caption, filter):
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "choose_open_file", choose_open_file)
    window.choose_page.choose.click()
    assert window.choose_page.isVisible()
    window.choose_page.choose.click()
    qtbot.waitUntil(window.preview_page.isVisible)
    assert window.import_button.hasFocus()


def test_a_file_may_be_dropped_onto_the_window(qtbot, window, list_of):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(list_of(BAYU)))])
    facts = (
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPointF(50, 50).toPoint(), *facts)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(50, 50), *facts))
    qtbot.waitUntil(window.preview_page.isVisible)


def test_stopping_keeps_nothing_and_the_preview_stays(qtbot, window, session, list_of):
    read(qtbot, window, list_of(BAYU, CITRA))
    with window._in_archive:
        window.import_button.click()
        window.stop.click()
    qtbot.waitUntil(window.preview_page.isVisible)
    assert window.preview_page.notice.sentence.text().startswith("Impor dihentikan")
    assert names(session) == []
    assert session.archive.every(AuditEvent) == ()
    keep(qtbot, window)
    assert len(names(session)) == 2


def test_closing_while_it_reads_stops_first(qtbot, window, session, list_of):
    path = list_of(BAYU)
    with window._in_archive:
        window.read(path)
        window.reject()
        assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.preview is None


def test_locking_while_it_waits_keeps_nothing(qtbot, window, session, list_of):
    read(qtbot, window, list_of(BAYU, CITRA))
    go_on, owner = Event(), QObject()
    earlier = Task(owner, lambda _report: go_on.wait(5))
    earlier.start()
    window.import_button.click()
    task = window.task
    session.lock()
    assert not window.isVisible()
    with qtbot.waitSignal(task.failed):
        go_on.set()
    assert session.archive.every(Student) == ()


def test_a_failure_in_the_middle_keeps_nothing(qtbot, window, session, archive, list_of):
    read(qtbot, window, list_of(BAYU, CITRA))
    new = window.preview.new
    lost = replace(new[0], student=Student(id=999, name="Dewi Rekaan"))
    window.preview = replace(window.preview, new=(*new, lost))
    with qtbot.capture_exceptions() as caught:
        window.import_button.click()
        qtbot.waitUntil(lambda: not window.busy)
    assert [kind for kind, _error, _trace in caught] == [LookupError]
    assert archive.every(Student) == ()
    assert window.preview_page.isVisible()


def test_the_import_opens_above_the_page_and_goes_away(qtbot, session, list_of):
    from konfkasus_gui.screens.directory import DirectoryPage

    page = DirectoryPage(session)
    qtbot.addWidget(page)
    page.show()
    window = open_student_import(session, page)
    read(qtbot, window, list_of(BAYU))
    keep(qtbot, window)
    with qtbot.waitSignal(window.destroyed):
        window.finish.click()
    qtbot.waitUntil(lambda: page.students.table.shown_count() == 1)
