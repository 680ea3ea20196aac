"""Real archives and real files: cases go from one PC to another, all of them or nothing."""

from dataclasses import replace

import pytest

from konfkasus_gui.archive.destruction import NOTHING, destroy
from konfkasus_gui.archive.history import check_chain
from konfkasus_gui.archive.shape import links_of, table_name, travelling
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.transfer import suggested_name
from konfkasus_gui.archive.transfer_errors import DocumentAltered
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.letter import Document, Letter, fingerprint
from konfkasus_gui.procedure.merging import Outcome
from konfkasus_gui.procedure.planning import Conference, Participant
from konfkasus_gui.procedure.school import Account, Guardian, Student
from konfkasus_gui.procedure.transfer import STAYING_DEEDS, alike
from konfkasus_gui.procedure.variant import Cause, Variant
from tests.transfers import (
    OTHER_KEY,
    content,
    first_archive,
    first_archive_again,
    look,
    second_archive,
    send,
    take,
)
from tests.vaults import NOW


def outcomes(found):
    return {fate.outcome for fate in found.fates.values()}


def said(archive, kind):
    """What every row of ``kind`` says, by its name; ids are those of one archive only."""
    chain = ("previous", "digest")
    own = {
        "id",
        "uid",
        *chain,
        *(name.removesuffix("_id") for name in links_of(kind)),
        *links_of(kind),
    }
    rows = TABLE_OF[kind].select().dicts()
    return {
        row["uid"]: {name: value for name, value in row.items() if name not in own} for row in rows
    }


def test_a_case_arrives_with_all_that_belongs_to_it(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        sent = {kind: said(archive, kind) for kind in travelling()}
        students = {case.student_id for case in archive.every(Case)}
        uids = {
            row.uid for row in TABLE_OF[Student].select().where(TABLE_OF[Student].id.in_(students))
        }
        documents = {one.sha256: one.content for one in archive.every(Document)}
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        found = take(archive, path)
        assert outcomes(found) == {Outcome.NEW}
        for kind in travelling():
            came = said(archive, kind)
            if kind is AuditEvent:
                mine = {uid: row for uid, row in came.items() if row["deed"] not in STAYING_DEEDS}
                came = {uid: {**row, "note": ""} for uid, row in mine.items()}
                wanted = {
                    uid: {**row, "note": ""}
                    for uid, row in sent[kind].items()
                    if uid in came or row["deed"] in STAYING_DEEDS
                }
                assert len(came) > 20
            else:
                wanted = {uid: row for uid, row in sent[kind].items() if uid in came}
            assert came == wanted, kind
        assert set(said(archive, Student)) == uids
        assert len(archive.every(Case)) == 6
        assert {one.sha256: one.content for one in archive.every(Document)} == documents
        assert all(fingerprint(bytes_) == sha256 for sha256, bytes_ in documents.items())
        for conference in archive.every(Conference):
            archive.follow_up(conference.id)


def test_every_table_that_belongs_to_a_case_is_filled_by_the_demo_or_named(tmp_path):
    with first_archive(tmp_path / "first") as archive:
        empty = {table_name(kind) for kind in travelling() if not archive.every(kind)}
    later = {"answer", "citation", "duration"}  # that archive is of version 0.1.0
    assert empty == {"pause", "waiver", "referral", "variant"} | later


def test_scans_and_guests_point_to_the_rows_of_the_new_archive(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        consent = archive.every(Consent)[0]
        scan = archive.save(replace(archive.every(Document)[0], id=0, case_id=consent.case_id))
        archive.save(replace(consent, scan_id=scan.id))
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        take(archive, path)
        [consent] = [one for one in archive.every(Consent) if one.scan_id]
        assert archive.get(Document, consent.scan_id).case_id == consent.case_id
        for guest in archive.every(Participant):
            if guest.guardian_id:
                assert alike(archive.get(Guardian, guest.guardian_id).name, guest.name)


def test_the_same_file_twice_changes_nothing(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        take(archive, path)
        assert not look(archive, path).changes
        before = content(archive)
        take(archive, path)
        assert content(archive) == before


def test_there_and_back_again_changes_nothing(tmp_path, stick):
    with first_archive(tmp_path / "first") as archive:
        send(archive, stick / "there.kktransfer")
        before = content(archive)
    with second_archive(tmp_path / "second") as archive:
        take(archive, stick / "there.kktransfer")
        send(archive, stick / "back.kktransfer")
    with first_archive_again(tmp_path / "first") as archive:
        found = look(archive, stick / "back.kktransfer")
        assert not found.changes
        assert outcomes(found) == {Outcome.SAME}
        assert content(archive) == before


def test_exporting_changes_no_case_and_is_remembered(first, path):
    before = content(first)
    send(first, path)
    after = content(first)
    assert {name for name in before if before[name] != after[name]} == {
        "audit_end",
        "audit_event",
        "seen",
    }
    lines = [one for one in first.every(AuditEvent) if one.deed is Deed.CASE_EXPORTED]
    assert {one.case_id for one in lines} == {case.id for case in first.every(Case)}
    assert lines[0].account_id == 1


def test_lines_that_came_in_are_part_of_an_unbroken_chain(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        take(archive, path)
        found = check_chain(archive.path, OTHER_KEY)
    assert found.whole
    assert found.rows > 20


def test_what_comes_in_is_remembered_for_each_case(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        take(archive, path)
        lines = [one for one in archive.every(AuditEvent) if one.deed is Deed.CASE_IMPORTED]
        assert {one.case_id for one in lines} == {case.id for case in archive.every(Case)}
        assert all("baru" in one.note for one in lines)


def test_a_history_line_keeps_who_it_was_and_no_account_comes_along(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        [author] = archive.every(Account)
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        take(archive, path)
        assert [one.name for one in archive.every(Account)] == ["Budi Rekaan"]
        lines = [one for one in archive.every(AuditEvent) if one.deed is Deed.CASE_OPENED]
        assert lines
        assert all(one.account_id is None and author.name in one.note for one in lines)


def test_no_account_s_number_or_telephone_is_in_the_file(tmp_path, path):
    from konfkasus_gui.archive.database import reading
    from konfkasus_gui.archive.transfer_file import extract
    from tests.transfers import opened

    with first_archive(tmp_path / "first") as archive:
        send(archive, path)
    file = opened(path)
    extract(path, file.header, tmp_path / "x.kkdb", lambda _done, _total: None)
    with reading(tmp_path / "x.kkdb", file.key) as reader:
        assert reader.rows("select identity, phone from account") == [("", "")]
        assert reader.rows("select count(*) from school") == [(0,)]


def test_a_student_who_is_in_both_directories_is_not_doubled(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        case = archive.every(Case)[0]
        student = archive.save(
            replace(archive.get(Student, case.student_id), nisn="0099999901", phone="0811")
        )
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        own = archive.save(replace(student, id=0, phone="", class_name="VIII-X"))
        found = take(archive, path)
        matched = [one for one in archive.every(Student) if one.nisn == "0099999901"]
        assert [(one.id, one.phone) for one in matched] == [(own.id, "0811")]
        assert {case.student_id for case in archive.every(Case)} >= {own.id}
        assert Outcome.CONFLICT in outcomes(found), "the classes are not the same"
        assert not look(archive, path).changes


def test_numbers_that_both_pcs_gave_stand_twice_and_are_never_given_again(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        codes = {case.code for case in archive.every(Case)}
        letters = [one for one in archive.every(Letter) if one.number]
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        student = archive.save(Student(name="Bayu Rekaan"))
        opened_on = NOW.date()
        own = archive.register.open_case(Case(code="", student_id=student.id, opened_on=opened_on))
        assert own.code in codes
        number = archive.save(
            replace(letters[0], id=0, case_id=own.id, conference_id=None, participant_id=None)
        )
        take(archive, path)
        here = {case.code for case in archive.every(Case)}
        assert here == codes | {f"{own.code} (2)"}
        same = [one for one in archive.every(Letter) if one.number == number.number]
        assert len({one.place for one in same}) == len(same) > 1
        causes = [one.cause for one in archive.every(Variant)]
        assert causes.count(Cause.NUMBER_TAKEN) == len(causes) == 2
        after = archive.register.open_case(
            Case(code="", student_id=student.id, opened_on=opened_on)
        )
        assert after.code not in here
        assert not look(archive, path).changes


def test_a_case_that_was_marked_here_goes_on_with_the_code_on_its_papers(tmp_path, stick):
    with first_archive(tmp_path / "first") as archive:
        send(archive, stick / "1.kktransfer")
        codes = {case.code for case in archive.every(Case)}
    with second_archive(tmp_path / "second") as archive:
        student = archive.save(Student(name="Bayu Rekaan"))
        own = archive.register.open_case(Case(code="", student_id=student.id, opened_on=NOW.date()))
        take(archive, stick / "1.kktransfer")
        archive.remove(own)
        send(archive, stick / "2.kktransfer")
    with second_archive(tmp_path / "third") as archive:
        take(archive, stick / "2.kktransfer")
        assert {case.code for case in archive.every(Case)} == codes


def test_a_case_that_was_destroyed_leaves_no_hash_and_may_come_back(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        send(archive, path)
        case = archive.every(Case)[0]
        uid = TABLE_OF[Case].get_by_id(case.id).uid
        before = content(archive)["seen"]
        with archive.together():
            destroy(case.id)
        after = content(archive)["seen"]
        assert len(before) - len(after) > 10
        assert [row[-1] for row in after if uid in row] == [NOTHING]
        found = take(archive, path)
        assert found.fates[uid].outcome is Outcome.NEW
        assert case.code in {one.code for one in archive.every(Case)}
        assert not look(archive, path).changes


def test_two_versions_are_kept_and_read_back(tmp_path, stick):
    with first_archive(tmp_path / "first") as archive:
        send(archive, stick / "1.kktransfer")
        case = archive.every(Case)[0]
        archive.save(replace(case, closing_note="Di sana.", closed_on=NOW.date()))
        send(archive, stick / "2.kktransfer")
    with second_archive(tmp_path / "second") as archive:
        take(archive, stick / "1.kktransfer")
        mine = next(one for one in archive.every(Case) if one.code == case.code)
        archive.save(replace(mine, closing_note="Di sini."))
        take(archive, stick / "2.kktransfer")
        [variant] = archive.lists.versions(mine.id)
        assert archive.lists.count_versions(mine.id) == 1
        assert archive.lists.beside(variant) == replace(mine, closing_note="Di sini.")
        told = archive.lists.said(variant)
        assert told["closing_note"] == "Di sana."
        assert told["closed_on"] == NOW.date()
        assert variant.made_at == NOW
        assert not look(archive, stick / "2.kktransfer").changes


def test_a_kept_paper_that_was_altered_is_not_handed_on(first, path):
    paper = first.every(Document)[0]
    first.save(replace(paper, content=paper.content + b"x"))
    with pytest.raises(DocumentAltered):
        send(first, path)
    assert not path.exists()


def test_the_name_of_a_file_says_when_and_nothing_else():
    assert suggested_name(NOW) == "konfkasus-pindahan-2026-11-23-0815.kktransfer"
