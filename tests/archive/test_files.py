import errno
import os
import subprocess
import sys
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.archive.errors import (
    ArchiveInUse,
    DiskFailing,
    DiskFull,
    FolderGone,
    FolderReadOnly,
    NameUnusable,
)
from konfkasus_gui.archive.files import check_room, disk_faults_told, only_one, replace_file

REFUSALS = [
    (errno.ENOSPC, DiskFull),
    (errno.EDQUOT, DiskFull),
    (errno.EROFS, FolderReadOnly),
    (errno.EACCES, FolderReadOnly),
    (errno.EPERM, FolderReadOnly),
    (errno.ENOENT, FolderGone),
    (errno.EISDIR, NameUnusable),
    (errno.ENAMETOOLONG, NameUnusable),
    (errno.EIO, DiskFailing),
]
MOMENTS = ["open", "fsync", "replace"]

HOLDER = """
import sys
from pathlib import Path
from konfkasus_gui.archive.files import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def refusing(moment, number):
    """Inside, the system answers calls of ``moment`` with the error ``number``."""

    def refused(*args, **options):
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as system:
        system.setattr(os, moment, refused)
        yield


@given(old=st.binary(), new=st.binary())
def test_a_file_is_replaced_whole_and_alone(tmp_path_factory, old, new):
    folder = tmp_path_factory.mktemp("folder")
    path = folder / "kunci.json"
    replace_file(path, old)
    replace_file(path, new)
    assert path.read_bytes() == new
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(("number", "error"), REFUSALS)
def test_a_refusal_of_the_disk_leaves_the_old_file(tmp_path, number, error, moment):
    path = tmp_path / "kunci.json"
    replace_file(path, b"old")
    sentence = r"(coba lagi|buka arsip lagi)\.$"
    with refusing(moment, number), pytest.raises(error, match=sentence):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_stops_halfway_leaves_the_old_file(tmp_path):
    # the system itself stops the child's files at 1 KiB, as a quota does
    path = tmp_path / "kunci.json"
    replace_file(path, b"old")
    child = """
import resource, signal, sys
from pathlib import Path
from konfkasus_gui.archive.errors import DiskFull
from konfkasus_gui.archive.files import replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
try:
    replace_file(Path(sys.argv[1]), bytes(4096))
except DiskFull as error:
    print(error)
"""
    command = [sys.executable, "-c", child, str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "penuh" in told
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_system_s_own_full_disk_is_told(tmp_path):
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        with pytest.raises(DiskFull, match="penuh"), disk_faults_told():
            os.write(full, b"x")
    finally:
        os.close(full)


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(FolderGone, match="pilih folder lain"):
        replace_file(tmp_path / "nowhere" / "kunci.json", b"x")


def test_other_faults_stay_bugs():
    with pytest.raises(InterruptedError), disk_faults_told():
        raise InterruptedError(errno.EINTR, "")


def test_only_the_owner_may_read_a_new_file(tmp_path):
    replace_file(tmp_path / "kunci.json", b"x")
    assert (tmp_path / "kunci.json").stat().st_mode & 0o077 == 0


def test_room_is_tried_out_without_a_trace(tmp_path):
    check_room(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moment", ["open", "fsync"])
@pytest.mark.parametrize(("number", "error"), REFUSALS)
def test_missing_room_is_told_without_a_trace(tmp_path, number, error, moment):
    with refusing(moment, number), pytest.raises(error):
        check_room(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_lock_is_held_once_and_can_be_had_again(tmp_path):
    path = tmp_path / "dipakai.lock"
    with only_one(path):
        with pytest.raises(ArchiveInUse, match="jendela KonfKasus yang lain"), only_one(path):
            pass
        with pytest.raises(ArchiveInUse), only_one(path):
            pass
    with only_one(path):
        pass


@pytest.mark.parametrize("ending", ["kill", "terminate"])
def test_another_program_is_kept_out_until_it_ends_or_dies(tmp_path, ending):
    path = tmp_path / "dipakai.lock"
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ArchiveInUse), only_one(path):
            pass
        getattr(holder, ending)()
        holder.wait()
        with only_one(path):
            pass
