"""Words that judge and names that tell are marked while typing, and can be dealt with at once."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit

from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.proceedings import Remark
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.school_words import SchoolWord, Treatment
from konfkasus_gui.procedure.vocabulary import RemarkKind
from konfkasus_gui.screens.case_page.referral_window import ReferralWindow
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.marks import LONG
from konfkasus_gui.screens.widgets.text_area import TextArea
from konfkasus_gui.screens.widgets.watched import Watched
from konfkasus_gui.screens.widgets.watched_line import WatchedLine

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
DASH = QTextCharFormat.UnderlineStyle.DashUnderline


@pytest.fixture
def area(qtbot, session, conference):
    """The problem of the case, in a window of its own."""
    case_id = conference.case_id
    form = Form(session, lambda: session.get(Case, case_id))
    area = form.bind(TextArea(), "problem")
    form.add("Masalah", area)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: session.text_checks.ready)
    yield area
    form.close()


def marked(area, style=WAVE):
    """The words under a line of ``style``."""
    found, block = [], area.document().firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for part in block.layout().formats():
            if part.format.underlineStyle() == style:
                words = units[2 * part.start : 2 * (part.start + part.length)]
                found.append(words.decode("utf-16-le"))
        block = block.next()
    return found


def write(qtbot, area, text):
    area.selectAll()
    qtbot.keyClicks(area, text)


def choices(area):
    """The menu of the marked place that F7 goes to, by the words of its choices."""
    watched = area.findChild(Watched)
    area.setFocus()
    QApplication.sendEvent(area, key_press(Qt.Key.Key_F7))
    if watched.menu is None:
        return {}
    return {action.text(): action for action in watched.menu.actions() if action.text()}


def key_press(key):
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def test_a_word_is_marked_as_soon_as_it_is_typed(qtbot, area):
    write(qtbot, area, "Ia malas, dan ia berkata: ")
    assert marked(area) == ["malas"]
    qtbot.keyClicks(area, '"saya nakal" tadi')
    assert marked(area) == ["malas"]


def test_what_was_kept_before_is_marked_when_the_box_opens(qtbot, session, conference):
    case = session.get(Case, conference.case_id)
    session.save(replace(case, problem="Ia bandel.\n😀 Ia nakal."))
    form = Form(session, lambda: session.get(Case, case.id))
    area = form.bind(TextArea(), "problem")
    qtbot.addWidget(form)
    qtbot.waitUntil(lambda: marked(area) == ["bandel", "nakal"])


def test_the_client_the_family_and_other_students_are_marked_otherwise(qtbot, session, area):
    session.save(Student(name="Kirana Maheswari"))
    qtbot.waitUntil(lambda: session.text_checks.ready)
    write(qtbot, area, "Anisa, Kirana Maheswari dan Ratna Wulandari, NISN 0099999901.")
    assert marked(area, DASH) == ["Anisa", "Kirana Maheswari", "Ratna Wulandari", "0099999901"]
    assert marked(area) == []


def test_a_nickname_counts_once_it_is_known(qtbot, session, area, case):
    write(qtbot, area, "Nisul terlambat.")
    assert marked(area, DASH) == []
    student = session.get(Student, case.student_id)
    session.save(replace(student, nickname="Ica, Nisul"))
    qtbot.waitUntil(lambda: marked(area, DASH) == ["Nisul"])


def test_who_takes_part_may_be_named(qtbot, session, area, conference):
    session.save(Student(name="Bambang Sutrisno"))
    session.save(Participant(conference_id=conference.id, name="Bambang Sutrisno, S.Pd."))
    qtbot.waitUntil(lambda: session.text_checks.ready)
    write(qtbot, area, "Bambang Sutrisno mengajar matematika.")
    assert marked(area, DASH) == []


def test_a_name_is_replaced_by_the_code(qtbot, area, case):
    write(qtbot, area, "Rapor Anisa Rahmawati turun.")
    choices(area)[f"Ganti: {case.code}"].trigger()
    assert area.value() == f"Rapor {case.code} turun."
    assert marked(area, DASH) == []


def test_replacing_leaves_the_gap_to_fill_in_and_can_be_undone(qtbot, area):
    write(qtbot, area, "Malas sekali.")
    offered = choices(area)
    way = next(one for one in offered if one.startswith("Ganti: belum mengerjakan"))
    offered[way].trigger()
    assert area.value() == "Belum mengerjakan … dari … tugas sekali."
    assert area.textCursor().selectedText() == "…"
    area.undo()
    assert area.value() == "Malas sekali."


def test_ignored_here_is_marked_elsewhere(qtbot, area):
    write(qtbot, area, "Ia malas. Adiknya juga malas.")
    choices(area)["Abaikan di sini"].trigger()
    assert marked(area) == ["malas"]
    assert [mark.start for mark in area.findChild(Watched).marker.marks_of(area.value())] == [23]


def test_no_more_reminders_are_kept_in_the_archive(qtbot, session, area):
    write(qtbot, area, "Ia pemalas, malas dan nakal.")
    choices(area)["Jangan ingatkan lagi “malas”"].trigger()
    assert marked(area) == ["nakal"]
    [kept] = session.archive.every(SchoolWord)
    assert (kept.word, kept.treatment) == ("malas", Treatment.SILENCED)
    session.remove(kept)
    assert marked(area) == ["pemalas", "malas", "nakal"]


def test_a_word_of_the_school_is_marked_and_silencing_it_takes_it_away(qtbot, session, area):
    write(qtbot, area, "Ia songongnya minta ampun, dasar tengil.")
    session.save(SchoolWord(word="tengil", instead="mengejek … kali"))
    assert marked(area) == ["songongnya", "tengil"]
    choices(area)
    area.findChild(Watched).menu.close()
    assert "Ganti: mengejek … kali" in choices(area)


def test_f7_goes_round_the_marked_places(qtbot, area):
    write(qtbot, area, "Ia malas dan nakal.")
    area.moveCursor(area.textCursor().MoveOperation.Start)
    seen = []
    for _time in range(3):
        assert choices(area)
        area.findChild(Watched).menu.close()
        seen.append(area.textCursor().selectedText())
    assert seen == ["malas", "nakal", "malas"]
    write(qtbot, area, "Ia terlambat.")
    assert choices(area) == {}


def test_a_right_click_offers_the_choices_above_those_of_the_box(qtbot, area):
    write(qtbot, area, "malas")
    reason = QContextMenuEvent.Reason.Keyboard
    area.moveCursor(area.textCursor().MoveOperation.Start)
    event = QContextMenuEvent(reason, QPoint(5, 5), area.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(area.viewport(), event)
    words = [one.text() for one in area.findChild(Watched).menu.actions() if one.text()]
    assert words[0].startswith("Ganti: ")
    assert any("Tempel" in one or "Paste" in one for one in words)
    area.findChild(Watched).menu.close()


def test_marking_is_no_edit(qtbot, session, area):
    write(qtbot, area, "Ia malas.")
    edits = []
    area.changed.connect(lambda: edits.append(area.value()))
    session.text_checks.changed.emit()
    assert edits == []


def test_a_very_long_paragraph_is_looked_through_once_typing_rests(qtbot, area):
    area.set_value("Ia datang. " * (LONG // 10) + "Ia malas.")
    assert marked(area) == []
    qtbot.waitUntil(lambda: marked(area) == ["malas"])
    qtbot.keyClicks(area, " Ya")
    assert marked(area) == ["malas"]


def test_texts_that_belong_to_no_case_are_not_watched(qtbot, session, school):
    form = Form(session, lambda: session.school)
    area = form.bind(TextArea(), "address")
    qtbot.addWidget(form)
    assert area.findChild(Watched) is None


def test_a_case_that_is_being_opened_knows_its_student(qtbot, session, student):
    draft = Case(code="", student_id=student.id, opened_on=session.today())
    form = Form(session, lambda: draft)
    area = form.bind(TextArea(), "problem")
    qtbot.addWidget(form)
    qtbot.waitUntil(lambda: session.text_checks.ready)
    area.set_value("Anisa nakal.")
    assert (marked(area, DASH), marked(area)) == (["Anisa"], ["nakal"])


@pytest.fixture
def line(qtbot, session, conference):
    """The reason for inviting somebody: one line that goes on paper, beside a name that may."""
    guest = session.save(Participant(conference_id=conference.id, name="Hendra Gunawan"))
    form = Form(session, lambda: session.get(Participant, guest.id))
    name = form.bind(QLineEdit(), "name")
    line = form.bind(QLineEdit(), "reason")
    form.add_widget(line)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: session.text_checks.ready)
    assert name.findChild(WatchedLine) is None
    yield line
    form.close()


def test_a_field_of_one_line_shows_a_sign_and_takes_a_replacement(qtbot, session, line):
    watched = line.findChild(WatchedLine)
    qtbot.keyClicks(line, "Melihat ia malas")
    assert watched.sign.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_F7)
    offered = {action.text(): action for action in watched.menu.actions()}
    offered["Ganti: belum tertarik pada …"].trigger()
    watched.menu.close()
    assert line.text() == "Melihat ia belum tertarik pada …"
    assert line.selectedText() == "…"
    assert not watched.sign.isVisible()
    [form] = [one for one in QApplication.topLevelWidgets() if isinstance(one, Form)]
    form.flush()
    assert line.text() in [one.reason for one in session.archive.every(Participant)]


def test_the_clients_own_words_judge_nobody_but_tell_who(qtbot, session, conference):
    remark = session.save(Remark(conference_id=conference.id, kind=RemarkKind.CLIENT))
    form = Form(session, lambda: session.get(Remark, remark.id))
    area = form.bind(TextArea(), "text")
    qtbot.addWidget(form)
    qtbot.waitUntil(lambda: session.text_checks.ready)
    area.set_value("Saya, Anisa, malas kalau pagi.")
    assert (marked(area), marked(area, DASH)) == ([], ["Anisa"])


def test_a_referral_may_name_the_client_but_no_other_student(qtbot, session, conference):
    session.save(Student(name="Kirana Maheswari"))
    window = ReferralWindow(session, conference.id, None)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: session.text_checks.ready)
    window.seen.set_value("Anisa Rahmawati dan Kirana Maheswari, keduanya nakal.")
    assert marked(window.seen, DASH) == ["Kirana Maheswari"]
    assert marked(window.seen) == ["nakal"]


def test_nothing_is_marked_once_the_archive_is_locked(qtbot, session, area):
    session.lock()
    area.set_value("Ia malas.")
    assert marked(area) == []


def test_a_watched_box_dies_without_a_collection(qtbot, session, conference):
    conference_id = conference.id
    area, gone = TextArea(), []
    session.text_checks.watch(area, lambda: session.get(Conference, conference_id), "wanted")
    area.destroyed.connect(lambda: gone.append(True))
    gc.disable()
    try:
        del area
        assert gone == [True]
    finally:
        gc.enable()
