"""The .deb in a fresh Debian: installed, upgraded with an archive in it, run, and removed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from machines import OLD_ARCHIVE, PREVIOUS, called, one
from records import PASSPHRASE, counted, require_upgraded
from screen import Screen, running, until

HOME = "home/guru"
DATA = f"{HOME}/.local/share/KonfKasus"
PROGRAM = "opt/konfkasus"
OWN = ("opt", "usr", "etc", HOME)
"""Where a program could leave something behind."""

pytestmark = pytest.mark.timeout(3600)


def inside(root, *command):
    return called("chroot", root, *command)


def as_teacher(root, *command, **more):
    """The command line that runs ``command`` for somebody who may change nothing but their home."""
    names = {"HOME": f"/{HOME}", "LC_ALL": "C.UTF-8", "PATH": os.defpath, **more}
    pairs = [f"{name}={value}" for name, value in names.items()]
    return ["chroot", "--userspec=guru:guru", root, "env", "-i", *pairs, *command]


def install(root, package):
    shutil.copy(package, root / "tmp" / package.name)
    inside(
        root,
        *("env", "DEBIAN_FRONTEND=noninteractive"),
        *("apt-get", "install", "-q", "-y", "--no-install-recommends", f"/tmp/{package.name}"),
    )
    (root / "tmp" / package.name).unlink()


def files(root):
    found = set()
    for place in OWN:
        for folder, _folders, names in os.walk(root / place):
            found |= {str(Path(folder, name).relative_to(root)) for name in names}
    return {name for name in found if "/.cache/" not in name}


@pytest.fixture(scope="module")
def before(debian, previous, tmp_path_factory):
    """The old version is installed, and a teacher has worked with it: the rows of the archive."""
    old = one(previous("linux"), "*.deb")
    inside(
        debian,
        *("env", "DEBIAN_FRONTEND=noninteractive"),
        *("apt-get", "install", "-q", "-y", "--no-install-recommends"),
        *("libegl1", "libgl1", "libxcb1", "fontconfig-config", "fonts-dejavu-core"),
    )
    fresh = files(debian)
    install(debian, old)
    told = called(*as_teacher(debian, "konfkasus", "--version"))
    assert told.split() == ["KonfKasus", PREVIOUS["version"]]
    data = debian / DATA
    data.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(OLD_ARCHIVE, data)
    inside(debian, "chown", "-R", "guru:guru", f"/{HOME}")
    rows, _schema = counted(data, tmp_path_factory.mktemp("before") / "arsip")
    return fresh, rows


def unlocked(screen, data):
    """Type the passphrase into the window that asks for it, and wait for the open archive."""
    window = screen.window("KonfKasus")
    screen.focus(window)
    screen.type(PASSPHRASE)
    screen.press("Return")
    until(lambda: list((data / "cadangan").glob("*.kkbackup")), "the backup of today")


def test_the_upgrade_replaces_the_program_and_keeps_the_archive(debian, before, deb, version):
    stale = debian / PROGRAM / "_internal" / "konfkasus_gui"
    untouched = {path.name: path.read_bytes() for path in (debian / DATA).iterdir()}
    assert stale.is_dir()
    install(debian, deb)
    told = called(*as_teacher(debian, "konfkasus", "--version"))
    assert told.split() == ["KonfKasus", version]
    assert inside(debian, "dpkg", "--verify", "konfkasus") == ""
    assert {path.name: path.read_bytes() for path in (debian / DATA).iterdir()} == untouched


def test_the_installed_program_tests_itself(debian, before):
    called(*as_teacher(debian, "konfkasus", "--self-test", f"/{HOME}/hasil.txt"))
    result = debian / HOME / "hasil.txt"
    lines = result.read_text(encoding="utf-8").splitlines()
    result.unlink()
    assert lines[-1] == "HASIL: baik"
    assert [line for line in lines if line.startswith(("gagal", "Qt:"))] == []


def test_the_old_archive_opens_with_nothing_lost(debian, before, display, tmp_path):
    screen = Screen(display)
    data = debian / DATA
    with running(as_teacher(debian, "konfkasus", DISPLAY=display)):
        window = screen.window("KonfKasus")
        screen.picture("linux-1-buka-arsip")
        unlocked(screen, data)
        screen.picture("linux-2-beranda")
        screen.press("F1")
        screen.picture("linux-3-panduan")
        screen.press("ctrl+l")
        until(lambda: window not in screen.windows("KonfKasus"), "the locked window")
        until(lambda: screen.windows("KonfKasus"), "the window that asks again")
        screen.picture("linux-4-terkunci")
    require_upgraded(data, before[1], tmp_path / "arsip")


def test_an_open_program_is_not_replaced(debian, before, deb, display):
    screen = Screen(display)
    shutil.copy(deb, debian / "tmp" / "again.deb")
    with running(as_teacher(debian, "konfkasus", DISPLAY=display)):
        screen.window("KonfKasus")
        refused = subprocess.run(
            ["chroot", debian, "dpkg", "-i", "/tmp/again.deb"],
            capture_output=True,
            text=True,
            check=False,
        )
    assert refused.returncode != 0
    assert "masih terbuka" in refused.stderr
    assert inside(debian, "dpkg", "--verify", "konfkasus") == ""


def test_a_backup_opens_with_the_program(debian, before, display):
    screen = Screen(display)
    kept = one(debian / DATA / "cadangan", "*.kkbackup").relative_to(debian)
    with running(as_teacher(debian, "konfkasus", f"/{kept}", DISPLAY=display)):
        screen.window("Pulihkan arsip")
        screen.picture("linux-5-pulihkan")
    entry = (debian / "usr/share/applications/konfkasus.desktop").read_text(encoding="utf-8")
    kinds = (debian / "usr/share/mime/packages/konfkasus.xml").read_text(encoding="utf-8")
    assert "MimeType=application/x-konfkasus-cadangan;" in entry
    assert 'type="application/x-konfkasus-cadangan"' in kinds
    assert '"*.kkbackup"' in kinds


def test_removing_leaves_nothing_but_the_archive(debian, before):
    kept = {path for path in files(debian) if path.startswith(DATA)}
    contents = {name: (debian / name).read_bytes() for name in kept}
    inside(debian, "apt-get", "purge", "-q", "-y", "konfkasus")
    left = files(debian) - before[0]
    assert {name for name in left if not name.startswith(DATA)} == set()
    assert not (debian / PROGRAM).exists()
    assert {name: (debian / name).read_bytes() for name in kept} == contents
