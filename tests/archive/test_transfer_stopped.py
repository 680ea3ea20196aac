"""A transfer that is stopped, or that a disk refuses, leaves nothing behind on either side."""

import errno
import os

import pytest

from konfkasus_gui.archive.errors import (
    ArchiveFull,
    DiskFailing,
    DiskFull,
    FolderGone,
    FolderReadOnly,
)
from konfkasus_gui.archive.transfer import export
from tests.transfers import content, first_archive, second_archive, send, take, wish

REFUSALS = [
    (errno.ENOSPC, DiskFull),
    (errno.EROFS, FolderReadOnly),
    (errno.EIO, DiskFailing),
]


class Stopped(Exception):
    """What a cancelled task raises in the work."""


@pytest.mark.parametrize("share", [0, 1, 2, 5, 9])
def test_an_import_that_is_stopped_anywhere_keeps_nothing(tmp_path, path, share):
    with first_archive(tmp_path / "first") as archive:
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        before = content(archive)

        def report(done, total):
            if done * 10 >= share * total:
                raise Stopped

        with pytest.raises(Stopped):
            take(archive, path, report)
        assert content(archive) == before
        left = {one.name for one in archive.path.parent.iterdir()}
        assert left <= {"arsip.kkdb", "arsip.kkdb-wal", "arsip.kkdb-shm"}


@pytest.mark.parametrize("share", [0, 2, 5, 7, 9])
def test_an_export_that_is_stopped_anywhere_leaves_nothing(first, stick, path, share):
    before = content(first)

    def report(done, total):
        if done * 10 >= share * total:
            raise Stopped

    with pytest.raises(Stopped):
        export(first, wish(first, path), report)
    assert list(stick.iterdir()) == []
    assert content(first) == before


@pytest.mark.parametrize("moment", ["mkdir", "open", "fsync", "replace"])
@pytest.mark.parametrize(("number", "error"), REFUSALS)
def test_a_disk_that_takes_no_file_is_told_and_nothing_is_left(
    first, stick, path, moment, number, error
):
    path.write_bytes(b"an earlier file")
    before = content(first)
    real = getattr(os, moment)

    def refused(target, flags=os.O_WRONLY, *args, **options):
        if moment == "open" and flags & (os.O_WRONLY | os.O_RDWR) == 0:
            return real(target, flags, *args, **options)
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as system:
        system.setattr(os, moment, refused)
        with pytest.raises(error):
            send(first, path)
    assert [one.name for one in stick.iterdir()] == [path.name]
    assert path.read_bytes() == b"an earlier file"
    assert content(first) == before
    send(first, path)


def test_a_stick_that_is_not_there_is_told(first, tmp_path):
    with pytest.raises(FolderGone):
        send(first, tmp_path / "gone" / "x.kktransfer")


def test_an_archive_without_room_keeps_nothing_of_an_import(tmp_path, path):
    with first_archive(tmp_path / "first") as archive:
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        before = content(archive)
        [(pages,)] = archive._database.execute_sql("pragma page_count").fetchall()
        archive._database.execute_sql(f"pragma max_page_count = {pages + 20}")
        with pytest.raises(ArchiveFull):
            take(archive, path)
        assert content(archive) == before
