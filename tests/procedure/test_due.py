from datetime import date, timedelta

from konfkasus_gui.procedure.due import DueGroup, DueOrder, counts, group_of, holding, sections
from konfkasus_gui.procedure.standing import DueLine

TODAY = date(2026, 3, 2)


def line(number, days=None, who="Sri", code="KK-2026-001", what="Kunjungan"):
    day = None if days is None else TODAY + timedelta(days=days)
    return DueLine(
        action_id=number,
        case_id=1,
        conference_id=1,
        code=code,
        what=what,
        who=who,
        due_on=day,
        day=day,
    )


LINES = (
    line(1, 8, who="Hendra"),
    line(2, -3),
    line(3),
    line(4, 0, code="KK-2026-002", what="Belajar bersama"),
    line(5, 7, who=""),
    line(6, 1, who="Hendra"),
)


def test_each_line_is_in_one_group():
    groups = {one.action_id: group_of(one, TODAY) for one in LINES}
    assert groups == {
        1: DueGroup.LATER,
        2: DueGroup.OVERDUE,
        3: DueGroup.UNDATED,
        4: DueGroup.TODAY,
        5: DueGroup.WEEK,
        6: DueGroup.WEEK,
    }
    assert counts(LINES, TODAY) == {
        DueGroup.OVERDUE: 1,
        DueGroup.TODAY: 1,
        DueGroup.WEEK: 2,
        DueGroup.LATER: 1,
        DueGroup.UNDATED: 1,
    }
    assert set(counts((), TODAY).values()) == {0}


def told(order):
    return [
        (section.heading, [one.action_id for one in section.lines])
        for section in sections(LINES, order, TODAY)
    ]


def test_by_time_the_overdue_stand_first_and_the_undated_last():
    assert told(DueOrder.TIME) == [
        ("Lewat tenggat", [2]),
        ("Hari ini", [4]),
        ("Tujuh hari ke depan", [6, 5]),
        ("Nanti", [1]),
        ("Tanpa tanggal", [3]),
    ]


def test_by_person_and_by_case_the_most_urgent_stands_first():
    assert told(DueOrder.PERSON) == [
        ("Sri", [2, 4, 3]),
        ("Hendra", [6, 1]),
        ("Belum ditentukan", [5]),
    ]
    assert told(DueOrder.CASE) == [("KK-2026-001", [2, 6, 5, 1, 3]), ("KK-2026-002", [4])]


def test_every_word_is_looked_for_in_person_case_and_deed():
    def found(text, group=None):
        return [one.action_id for one in holding(LINES, text, group, TODAY)]

    assert found("") == [1, 2, 3, 4, 5, 6]
    assert found("hendra kunjung") == [1, 6]
    assert found("002 BELAJAR sri") == [4]
    assert found("hendra belajar") == []
    assert found("", DueGroup.WEEK) == [5, 6]
    assert found("hendra", DueGroup.LATER) == [1]
