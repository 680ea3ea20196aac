from datetime import date

import pytest
from PySide6.QtCore import Qt

from konfkasus_gui.procedure.school import Guardian, Person, Student
from konfkasus_gui.procedure.vocabulary import Relation, Sex
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.directory import DirectoryPage
from konfkasus_gui.screens.directory.page import List
from konfkasus_gui.screens.directory.students import LEFT

MANY = 230


@pytest.fixture
def page(qtbot, session):
    page = DirectoryPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 760)
    page.show()
    return page


@pytest.fixture
def students(page):
    return page.students


@pytest.fixture
def people(page):
    page.show_list(List.PEOPLE)
    return page.people


def names(part):
    return [part.table.cell(row, 0) for row in range(part.table.shown_count())]


def click_row(qtbot, part, row):
    place = part.table.visualRect(part.table.model().index(row, 0)).center()
    qtbot.mouseClick(part.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def replace_text(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_an_empty_list_offers_the_import(students, doors_opened):
    assert students.empty.isVisible()
    assert "Dapodik" in students.empty.sentence.text()
    students.empty.action.click()
    assert doors_opened == [("import", None, None)]


def test_the_list_shows_names_classes_and_parents(students, student):
    students.refresh()
    assert [students.table.cell(0, column) for column in range(5)] == [
        "Anisa Rahmawati",
        "IX-A",
        "0099999901",
        "",
        "Ratna Wulandari",
    ]
    assert students.counted.text() == "1 siswa"


def test_cases_are_not_shown_in_the_list(students, case):
    students.refresh()
    shown = " ".join(students.table.cell(0, column) for column in range(5))
    assert case.code not in shown


def test_search_and_class_leave_some_and_say_how_many(qtbot, students, session):
    for name, class_name in (("Bayu Rekaan", "VII-A"), ("Citra Rekaan", "VII-B"), ("Dewi", "IX")):
        session.save(Student(name=name, class_name=class_name))
    students.refresh()
    with qtbot.waitSignal(students.search.searched):
        qtbot.keyClicks(students.search, "rekaan")
    assert names(students) == ["Bayu Rekaan", "Citra Rekaan"]
    students.class_name.set_value("VII-B")
    assert names(students) == ["Citra Rekaan"]
    assert students.counted.text() == "1 dari 3 siswa"
    students.search.setText("tidak ada")
    students.refresh()
    assert students.empty.isVisible()
    students.empty.action.click()
    assert len(names(students)) == 3


def test_many_students_are_read_as_one_scrolls(qtbot, students, archive):
    with archive.together():
        for number in range(MANY):
            archive.save(Student(name=f"Siswa {number:03}"))
    students.refresh()
    assert students.table.shown_count() == 200
    assert students.counted.text() == f"{MANY} siswa"
    students.table.scrollToBottom()
    qtbot.waitUntil(lambda: students.table.shown_count() == MANY)


def test_what_is_typed_into_a_student_is_kept(qtbot, students, session, student):
    students.refresh()
    click_row(qtbot, students, 0)
    form = students.form
    replace_text(qtbot, form.class_name, "IX-C")
    form.sex.chip(Sex.FEMALE).click()
    form.birth_date.fill.click()
    students.close_form()
    kept = session.get(Student, student.id)
    assert (kept.class_name, kept.sex) == ("IX-C", Sex.FEMALE)
    assert isinstance(kept.birth_date, date)
    assert not students.panel.isVisible()
    qtbot.waitUntil(lambda: students.table.cell(0, 1) == "IX-C")


def test_a_row_opens_and_closes_by_keyboard(qtbot, students, student):
    students.refresh()
    qtbot.keyClicks(students.search, "anisa")
    qtbot.keyClick(students.search, Qt.Key.Key_Return)
    qtbot.keyClick(students.table, Qt.Key.Key_Return)
    assert students.form.name.text() == "Anisa Rahmawati"
    qtbot.keyClick(students.form.name, Qt.Key.Key_Escape)
    assert students.form is None


def test_moving_the_cursor_shows_the_next_student(qtbot, students, session, student):
    session.save(Student(name="Bayu Rekaan", class_name="IX-B"))
    students.refresh()
    click_row(qtbot, students, 0)
    replace_text(qtbot, students.form.phone, "0812")
    qtbot.keyClick(students.table, Qt.Key.Key_Down)
    assert students.form.name.text() == "Bayu Rekaan"
    assert session.get(Student, student.id).phone == "0812"


def test_a_new_student_is_kept_once_there_is_a_name(qtbot, students, session):
    students.add_button.click()
    form = students.form
    qtbot.keyClicks(form.nisn, "0099999907")
    form.flush()
    assert session.lists.count_students() == 0
    assert form.nameless.isVisible()
    assert not form.guardians.add_button.isEnabled()
    qtbot.keyClicks(form.name, "Bayu Rekaan")
    form.flush()
    [kept] = session.lists.students()
    assert (kept.name, kept.nisn) == ("Bayu Rekaan", "0099999907")
    assert names(students) == ["Bayu Rekaan"]
    qtbot.keyClicks(form.class_name, "VII-A")
    form.flush()
    assert session.lists.count_students() == 1
    assert form.guardians.add_button.isEnabled()


def test_an_emptied_name_leaves_the_earlier_one(qtbot, students, session, student):
    students.refresh()
    form = students.open_record(student)
    form.name.setFocus()
    form.name.selectAll()
    qtbot.keyClick(form.name, Qt.Key.Key_Delete)
    form.flush()
    assert session.get(Student, student.id).name == "Anisa Rahmawati"
    assert "Anisa Rahmawati" in form.nameless.text()
    students.close_form()
    assert session.get(Student, student.id).name == "Anisa Rahmawati"


def test_an_odd_student_number_is_pointed_out_and_kept(qtbot, students, session, student):
    students.refresh()
    form = students.open_record(student)
    assert not form.odd_nisn.isVisible()
    replace_text(qtbot, form.nisn, "123")
    form.flush()
    assert form.odd_nisn.isVisible()
    assert session.get(Student, student.id).nisn == "123"


def test_parents_are_added_changed_removed_and_brought_back(qtbot, students, session, student):
    students.refresh()
    guardians = students.open_record(student).guardians
    guardians.add_button.click()
    added = guardians.forms[-1]
    assert added.relation.value() is Relation.FATHER
    qtbot.keyClicks(added.name, "Danu Rekaan")
    qtbot.keyClicks(added.occupation, "Petani")
    added.flush()
    [mother, father] = session.lists.guardians(student.id)
    assert (father.name, father.occupation) == ("Danu Rekaan", "Petani")
    guardians.forms[0].remove_button.click()
    assert session.lists.guardians(student.id) == (father,)
    session.undoing.bring_back()
    assert len(guardians.forms) == 2
    assert {one.name for one in session.lists.guardians(student.id)} == {mother.name, father.name}


def test_a_student_without_a_case_is_removed_and_comes_back_with_the_parents(
    students, session, student
):
    students.refresh()
    students.open_record(student)
    students.panel.remove_button.click()
    assert session.lists.count_students() == 0
    assert session.archive.every(Guardian) == ()
    assert students.form is None
    session.undoing.bring_back()
    assert session.lists.count_students() == 1
    assert [one.name for one in session.lists.guardians(student.id)] == ["Ratna Wulandari"]


def test_a_student_with_a_case_stays_and_the_screen_says_why(
    students, session, student, case, monkeypatch
):
    told = []

    def tell(parent, sentence, *, detail=""):
        told.append(sentence)

    monkeypatch.setattr(dialogs, "tell", tell)
    students.refresh()
    students.open_record(student)
    students.panel.remove_button.click()
    assert session.get(Student, student.id) == student
    assert len(told) == 1
    assert "tidak dapat dihapus" in told[0]


def test_who_leaves_moves_to_those_who_left(qtbot, students, session, student):
    students.refresh()
    form = students.open_record(student)
    form.left_on.fill.click()
    students.close_form()
    students.refresh()
    assert names(students) == []
    students.class_name.set_value(LEFT)
    assert names(students) == ["Anisa Rahmawati"]
    assert students.counted.text() == "1 siswa sudah keluar"


def test_locking_keeps_what_is_typed(qtbot, students, session, student):
    students.refresh()
    form = students.open_record(student)
    replace_text(qtbot, form.religion, "Islam")
    qtbot.keyClicks(form.guardians.forms[0].phone, "0813")
    session.lock()
    assert session.get(Student, student.id).religion == "Islam"
    [mother] = session.lists.guardians(student.id)
    assert mother.phone == "0813"


def test_a_narrow_page_shows_the_form_in_place_of_the_list(page, students, student):
    page.resize(640, 560)
    students.refresh()
    students.open_record(student)
    assert students.panel.isVisible()
    assert not students.table.isVisible()
    students.close_form()
    assert students.table.isVisible()


def test_people_are_added_searched_removed_and_brought_back(qtbot, page, people, session):
    assert people.empty.isVisible()
    people.empty.action.click()
    qtbot.keyClicks(people.form.name, "Hendra Rekaan, M.Psi.")
    qtbot.keyClicks(people.form.capacity, "Psikolog")
    people.form.outside.click()
    qtbot.keyClicks(people.form.institution, "Puskesmas Sukamaju")
    people.close_form()
    [kept] = session.lists.people()
    assert (kept.name, kept.capacity, kept.institution, kept.outside) == (
        "Hendra Rekaan, M.Psi.",
        "Psikolog",
        "Puskesmas Sukamaju",
        True,
    )
    session.save(Person(name="Sri Rekaan, S.Pd."))
    page.refresh()
    assert page.lists.chip(List.PEOPLE).text() == "Peserta (2)"
    with qtbot.waitSignal(people.search.searched):
        qtbot.keyClicks(people.search, "puskesmas")
    assert names(people) == ["Hendra Rekaan, M.Psi."]
    people.open_record(kept)
    people.panel.remove_button.click()
    assert [one.name for one in session.lists.people()] == ["Sri Rekaan, S.Pd."]
    session.undoing.bring_back()
    assert session.lists.count_people() == 2
    assert people.form.record_id == kept.id


def test_the_institution_is_asked_only_of_outsiders(people):
    people.add_button.click()
    assert not people.form.institution.isVisible()
    people.form.outside.click()
    assert people.form.institution.isVisible()


@pytest.mark.parametrize("name", ["Nama " * 2_000, "x" * 10_000, "<b>Budi</b> 🙂 مرحبا"])
def test_any_name_leaves_room_for_its_form(page, students, session, name):
    kept = session.save(Student(name=name.strip()))
    students.refresh()
    form = students.open_record(kept)
    assert students.panel.words.text().removesuffix("…") in name
    assert students.panel.words.height() < 80
    assert form.class_name.isVisible()
    assert page.height() == 760
