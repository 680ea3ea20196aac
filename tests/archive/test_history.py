"""The history is a chain: whoever edits it with another program is found out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest

from konfkasus_gui.archive.history import HistoryFilter, check_chain
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.chain import Anchor, End, Fault
from konfkasus_gui.procedure.school import Account, Student
from tests.conftest import KEY, NOON

EVENTS = 8


@pytest.fixture
def events(archive, account):
    """Eight events a minute apart, each with a note of its own."""
    return [
        archive.save(
            AuditEvent(
                at=NOON + timedelta(minutes=number),
                account_id=account.id,
                deed=Deed.PRINTED,
                note=f"surat {number}",
            )
        )
        for number in range(EVENTS)
    ]


def check(archive, anchors=(), **how):
    return check_chain(archive.path, KEY, anchors, **how)


def faults(archive, anchors=()):
    return [(one.fault, one.number) for one in check(archive, anchors).breaks]


def edit(archive, statement, *values):
    """What somebody with the key does to the table without the program."""
    archive._database.execute_sql("pragma foreign_keys = off")
    archive._database.execute_sql(statement, values)


def rechain(archive, since):
    """What somebody who has read this program does after an edit: all hashes from there on."""
    events = archive.every(AuditEvent)
    table = TABLE_OF[AuditEvent]
    kept = {row.id: row.uid for row in table.select(table.id, table.uid)}
    edit(archive, "delete from audit_event where id >= ?", since)
    left = [one for one in events if one.id < since]
    edit(
        archive,
        "update audit_end set events = ?, digest = ?",
        len(left),
        left[-1].digest if left else "",
    )
    for one in events[len(left) :]:
        again = AuditEvent(at=one.at, account_id=one.account_id, deed=one.deed, note=one.note)
        archive.history.append(again, kept[one.id])


def test_a_history_that_nobody_touched_is_whole(archive, events):
    found = check(archive)
    assert found.whole
    assert found.rows == EVENTS
    assert len({event.digest for event in events}) == EVENTS
    assert [event.previous for event in events] == ["", *(event.digest for event in events[:-1])]


def test_an_empty_history_is_whole(archive):
    assert check(archive).whole


@pytest.mark.parametrize(
    "change",
    [
        "note = 'surat lain'",
        "deed = 'saved'",
        "account_id = null",
        "\"at\" = '2026-03-01 12:03:00'",
        "uid = '00000000000000000000000000000000'",
        "code = 'KK-2026-001'",
        "digest = '0'",
    ],
)
def test_an_edited_row_is_named(archive, events, change):
    edit(archive, f"update audit_event set {change} where id = 4")
    assert (Fault.CHANGED, 4) in faults(archive)


def test_a_row_that_points_to_another_case_is_named(archive, case, account):
    archive.save(AuditEvent(at=NOON, account_id=account.id, case_id=case.id, deed=Deed.NAME_SHOWN))
    other = archive.register.open_case(
        Case(code="", student_id=case.student_id, opened_on=date(2026, 3, 2))
    )
    assert check(archive).whole
    edit(archive, "update audit_event set case_id = ?", other.id)
    assert faults(archive) == [(Fault.CHANGED, 1)]


def test_removed_rows_are_missed_at_the_row_behind_them(archive, events):
    edit(archive, "delete from audit_event where id in (3, 4)")
    assert faults(archive) == [(Fault.REMOVED, 5)]


def test_a_removed_first_row_is_missed(archive, events):
    edit(archive, "delete from audit_event where id = 1")
    assert faults(archive) == [(Fault.REMOVED, 2)]


def test_rows_cut_off_at_the_end_are_missed(archive, events):
    edit(archive, "delete from audit_event where id > 6")
    assert faults(archive) == [(Fault.CUT, 6)]


def test_a_history_that_was_emptied_is_missed(archive, events):
    edit(archive, "delete from audit_event")
    assert faults(archive) == [(Fault.CUT, 0)]


def test_rows_that_changed_places_are_found(archive, events):
    edit(archive, "update audit_event set id = 99 where id = 3")
    edit(archive, "update audit_event set id = 3 where id = 4")
    edit(archive, "update audit_event set id = 4 where id = 99")
    assert faults(archive) == [(Fault.MOVED, 3), (Fault.MOVED, 4), (Fault.MOVED, 5)]


def test_an_inserted_row_is_found(archive, events):
    edit(archive, "update audit_event set id = id + 100 where id > 4")
    edit(archive, "update audit_event set id = id - 99 where id > 4")
    edit(
        archive,
        'insert into audit_event (id, "at", deed, note)'
        " values (5, '2026-03-02 12:04:00', 'saved', '')",
    )
    found = faults(archive)
    assert (Fault.MOVED, 5) in found
    assert (Fault.CHANGED, 5) in found
    assert found[-1] == (Fault.MOVED, 6)


def test_a_row_added_behind_the_programs_back_is_found(archive, events):
    edit(
        archive,
        "insert into audit_event (\"at\", deed, note) values ('2026-03-02 13:00:00', 'saved', '')",
    )
    assert faults(archive)[0] == (Fault.MOVED, EVENTS + 1)


def test_a_chain_written_anew_is_found_out_by_an_earlier_backup(archive, events):
    anchor = Anchor(NOON, End(5, events[4].digest))
    assert check(archive, [anchor]).anchors == 1
    edit(archive, "update audit_event set note = 'surat lain' where id = 3")
    rechain(archive, 3)
    assert check(archive).whole, "nothing within the archive tells"
    assert faults(archive, [anchor]) == [(Fault.REWRITTEN, 5)]


def test_what_a_backup_saw_before_an_older_one_was_restored_is_no_reason_for_doubt(
    archive, events, account
):
    lost = Anchor(NOON + timedelta(hours=1), End(20, "f" * 64))
    assert faults(archive, [lost]) == [(Fault.REWRITTEN, EVENTS)]
    archive.save(
        AuditEvent(at=NOON + timedelta(hours=2), deed=Deed.RESTORED, note="2026-03-02 12.08")
    )
    assert check(archive, [lost]).whole
    later = Anchor(NOON + timedelta(hours=3), End(20, "f" * 64))
    assert not check(archive, [later]).whole


def test_the_history_is_only_added_to(archive, events):
    with pytest.raises(ValueError, match="not rewritten"):
        archive.save(events[2])
    with pytest.raises(ValueError, match="not rewritten"):
        archive.remove(events[2])
    assert check(archive).whole


def test_what_is_undone_leaves_the_chain_as_it_was(archive, events):
    with pytest.raises(LookupError), archive.together():  # noqa: PT012 - both or neither
        archive.save(AuditEvent(at=NOON, deed=Deed.SAVED))
        archive.save(Account(id=9, name="Nobody", created_at=NOON))
    archive.save(AuditEvent(at=NOON, deed=Deed.SAVED))
    assert check(archive).whole


def test_an_event_from_another_archive_keeps_its_name(archive, events):
    name = "ab" * 16
    taken = archive.history.append(
        AuditEvent(at=datetime(2025, 1, 7, 9, 30, 1, 25), deed=Deed.PRINTED, note="undangan"), name
    )
    assert TABLE_OF[AuditEvent].get_by_id(taken.id).uid == name
    assert check(archive).whole


def test_after_the_end_was_lost_with_a_damaged_page_the_history_goes_on(archive, events):
    edit(archive, "delete from audit_end")
    archive.save(AuditEvent(at=NOON, deed=Deed.SAVED))
    assert check(archive).whole


def test_a_look_at_the_chain_tells_how_far_it_is_and_can_be_stopped(archive, events):
    told = []
    check(archive, report=lambda done, total: told.append((done, total)))
    assert told == [(0, EVENTS), (EVENTS, EVENTS)]

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        check(archive, report=stop)


def test_two_who_write_at_once_make_one_chain(archive):
    def write(who):
        with archive.elsewhere():
            for number in range(20):
                archive.save(AuditEvent(at=NOON, deed=Deed.SAVED, note=f"{who} {number}"))

    with ThreadPoolExecutor(2) as both:
        list(both.map(write, ("satu", "dua")))
    assert check(archive).whole
    assert check(archive).rows == 40


def found(archive, **wanted):
    asked = HistoryFilter(**wanted)
    told = [line.note for line in archive.history.lines(asked)]
    assert archive.history.count(asked) == len(told)
    return told


def test_the_history_is_read_by_who_what_when_and_text(archive, account, student):
    other = archive.save(Account(name="Rudi Hartono", created_at=NOON))
    case = archive.register.open_case(
        Case(code="", student_id=student.id, opened_on=date(2026, 3, 2))
    )
    for day, who, deed, note in (
        (1, account, Deed.PRINTED, "undangan"),
        (2, other, Deed.PRINTED, "notulen"),
        (3, account, Deed.SAVED, "notulen"),
    ):
        archive.save(
            AuditEvent(
                at=datetime(2026, 3, day, 23, 59, 59),
                account_id=who.id,
                case_id=case.id if day == 3 else None,
                deed=deed,
                note=note,
            )
        )
    assert found(archive) == ["notulen", "notulen", "undangan"]
    assert found(archive, account_id=other.id) == ["notulen"]
    assert found(archive, deeds=(Deed.PRINTED,)) == ["notulen", "undangan"]
    assert found(archive, since=date(2026, 3, 2)) == ["notulen", "notulen"]
    assert found(archive, until=date(2026, 3, 2)) == ["notulen", "undangan"]
    assert found(archive, text="UNDANGAN") == ["undangan"]
    assert found(archive, text="sebagai pdf") == ["notulen"]
    assert found(archive, text=case.code) == ["notulen"]
    [line] = archive.history.lines(HistoryFilter(text=case.code))
    assert (line.account, line.code, line.case_id) == (account.name, case.code, case.id)


def test_what_was_noted_already_is_known(archive, account, case):
    event = AuditEvent(
        at=NOON, account_id=account.id, case_id=case.id, deed=Deed.CHANGED, note="kasus"
    )
    archive.save(event)
    knows, today = archive.history.knows, NOON.date()
    assert knows(Deed.CHANGED, account.id, case.id, "kasus", today)
    assert not knows(Deed.CHANGED, account.id, case.id, "kasus", today + timedelta(days=1))
    assert not knows(Deed.CHANGED, account.id, case.id, "kasus", today - timedelta(days=1))
    assert not knows(Deed.CHANGED, account.id, None, "kasus", today)
    assert not knows(Deed.CHANGED, None, case.id, "kasus", today)
    assert not knows(Deed.VIEWED, account.id, case.id, "kasus", today)
    assert archive.history.ever_knew(Deed.CHANGED, account.id, "kasus")
    assert not archive.history.ever_knew(Deed.CHANGED, None, "kasus")


def test_a_case_that_is_gone_leaves_its_code_in_the_history(archive, account):
    student = archive.save(Student(name="Bayu Rekaan"))
    case = archive.register.open_case(
        Case(code="", student_id=student.id, opened_on=date(2026, 3, 2))
    )
    kept = archive.save(AuditEvent(at=NOON, case_id=case.id, deed=Deed.CASE_OPENED))
    assert kept.code == case.code
    edit(archive, "update audit_event set case_id = null")
    edit(archive, 'delete from "case"')
    assert check(archive).whole
    [line] = archive.history.lines()
    assert (line.case_id, line.code) == (None, case.code)
