"""Somebody with the disk in hand finds no name, no passphrase and no key on it."""

import base64
import json
import secrets
import shutil
import string
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.tables import TABLE_OF
from tests.faults.canary import MEANS_SOMETHING, hits, shapes, texts_of
from tests.faults.children import ROOT, surroundings
from tests.faults.scale import ASKED, seconds

NEWEST = sorted((ROOT / "tests/archive/versions").iterdir())[-1]
SHARED = (Path("/dev/shm"), Path("/var/tmp"))
PLACES = ("refused", "pages", "wizards", "papers", "lists", "failures", "locked", "typing")


def word():
    return "".join(secrets.choice(string.ascii_lowercase) for _sign in range(16)).capitalize()


class Disk:
    """All that the process may have written, and what must not be there."""

    def __init__(self, home, child, secret):
        self._home = home
        self._child = child
        self._secret = secret
        self._known = {}

    def search(self):
        """The files that hold a secret; what was given out on purpose is not looked at."""
        given = self._home / "given"
        places = [path for path in (*self._home.iterdir(), *SHARED) if path.is_dir()]
        places.remove(given)
        return [*hits(places, self._secret, self._known), *self._open_files()]

    def _open_files(self):
        """Files without a name that the process still has open."""
        found = []
        folder = Path(f"/proc/{self._child.pid}/fd")
        try:
            links = list(folder.iterdir()) if folder.is_dir() else []
        except PermissionError:  # the system lets nobody else look, which is as well
            return found
        for link in links:
            try:
                if "(deleted)" in str(link.readlink()) and hits_in(link, self._secret):
                    found.append(link)
            except OSError:
                continue
        return found


def hits_in(path, sought):
    content = path.read_bytes()
    return any(shape in content for shape in sought)


@pytest.mark.timeout(seconds(150, 300))
def test_nothing_of_a_whole_day_is_found_on_the_disk(tmp_path, tally):
    name, passphrase, secret = word(), f"{word()} meja {word()}", secrets.token_bytes(16)
    shutil.copytree(NEWEST, tmp_path / "arsip")
    command = [sys.executable, "-m", "tests.faults.intruded"]
    command += [
        str(tmp_path / "arsip"),
        name,
        passphrase,
        secret.hex(),
        "long" if ASKED else "short",
    ]
    pipe = subprocess.PIPE
    log = tmp_path / "said.txt"
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            command, cwd=ROOT, env=surroundings(tmp_path), stdin=pipe, stdout=pipe, stderr=errors
        ) as child,
    ):
        try:
            began = told(child, log)
            assert began["count"] > 500
            groups = RecoveryKey(secret).groups
            sought = set().union(
                *(shapes(one) for one in (name, *passphrase.split(" meja "))),
                *(shapes(one) for one in (bytes.fromhex(began["key"]), secret)),
                *(shapes(mark.join(groups[:3])) for mark in (" ", "-", "")),
            )
            disk = Disk(tmp_path, child, sought)
            for place in PLACES:
                child.stdin.write(b"\n")
                child.stdin.flush()
                said = told(child, log)
                assert said["place"] == place
                assert disk.search() == [], place
                for shown in said.get("words", ()):
                    assert name.lower() not in shown.lower(), "a locked window says nothing"
        finally:
            child.kill()
    assert disk.search() == [], "killed"
    assert (tmp_path / "arsip" / "arsip.kkdb-wal").stat().st_size, "killed in the middle"
    for line in log.read_bytes().splitlines():
        assert not any(shape in line for shape in sought), "nor on the terminal"
    assert (tmp_path / "given" / "undangan.pdf").stat().st_size > 1000, "given out on purpose"
    assert list((tmp_path / "arsip" / "log").iterdir()), "there is a log"
    tally("intruder: texts", tried=began["count"], survived=began["count"])
    tally("intruder: moments", tried=len(PLACES) + 1, survived=len(PLACES) + 1)


def told(child, log):
    line = child.stdout.readline()
    assert line, log.read_text()
    return json.loads(line)


def test_the_search_finds_each_shape_of_a_word(tmp_path):
    sought = shapes("Kenarikuning")
    plain = b"nama: Kenarikuning."
    for content in (
        *(plain, plain.upper(), plain.hex().encode(), base64.b64encode(b"x" + plain)),
        *("Kenarikuning".encode("utf-16"), b"..." + zlib.compress(plain * 3)),
    ):
        (tmp_path / "a").write_bytes(content)
        assert hits([tmp_path], sought) == [tmp_path / "a"]
    (tmp_path / "a").unlink()
    with zipfile.ZipFile(tmp_path / "b", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("c", plain * 9)
    assert hits([tmp_path], sought) == [tmp_path / "b"]
    (tmp_path / "b").write_bytes(b"Kenari kuning")
    assert hits([tmp_path], sought) == []
    (tmp_path / "b").rename(tmp_path / "surat kenarikuning.pdf")
    assert len(hits([tmp_path], sought)) == 1


def test_every_kind_of_value_has_its_texts_marked():
    known = {(kind.__name__, field) for kind in TABLE_OF for field in kind.__dataclass_fields__}
    assert known >= MEANS_SOMETHING
    assert sum(len(texts_of(kind)) for kind in TABLE_OF) > 80
