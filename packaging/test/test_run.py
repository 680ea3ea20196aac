"""The installer for one user, who is no administrator: installed, run, made portable, removed."""

import os

import pytest
from machines import called
from screen import Screen, running

pytestmark = pytest.mark.timeout(3600)


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "rumah guru é"
    home.mkdir()
    return home


def command(run_file, home, *asked, **more):
    environment = {"HOME": str(home), "PATH": os.defpath, "LC_ALL": "C.UTF-8", **more}
    return called("sh", run_file, "--quiet", "--", *asked, env=environment)


def files(home):
    return {path.relative_to(home) for path in home.rglob("*") if not path.is_dir()}


def self_tested(program, home):
    result = home / "hasil.txt"
    called(program, "--self-test", result, env={**os.environ, "HOME": str(home)})
    lines = result.read_text(encoding="utf-8").splitlines()
    result.unlink()
    return lines[-1]


def test_it_installs_upgrades_and_goes_without_a_trace_but_the_archive(run_file, home):
    program = home / ".local" / "opt" / "konfkasus"
    archive = home / ".local" / "share" / "KonfKasus" / "arsip.kkdb"
    archive.parent.mkdir(parents=True)
    archive.write_bytes(b"arsip seorang guru")
    said = command(run_file, home)
    assert "terpasang" in said
    assert (home / ".local" / "bin" / "konfkasus").resolve() == program / "konfkasus"
    entry = (home / ".local/share/applications/konfkasus.desktop").read_text(encoding="utf-8")
    assert f'Exec="{program}/konfkasus" %f' in entry
    stale = program / "_internal" / "usang.so"
    stale.write_bytes(b"")
    command(run_file, home)
    assert not stale.exists()
    assert self_tested(program / "konfkasus", home) == "HASIL: baik"
    called("sh", program / "hapus.sh", "--remove", env={"HOME": str(home), "PATH": os.defpath})
    left = {path for path in files(home) if ".cache" not in path.parts}
    desktop = {path for path in left if "mime" in path.parts or path.name == "mimeinfo.cache"}
    assert left - desktop == {archive.relative_to(home)}, "but for what the desktop remembers"
    assert archive.read_bytes() == b"arsip seorang guru"


def test_an_open_program_is_not_replaced(run_file, home, display):
    command(run_file, home)
    program = home / ".local" / "opt" / "konfkasus" / "konfkasus"
    environment = {**os.environ, "HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("XDG_DATA_HOME", None)
    with running([program], env=environment):
        Screen(display).window("KonfKasus")
        with pytest.raises(AssertionError, match="masih terbuka"):
            command(run_file, home)


def test_a_portable_copy_keeps_its_archive_beside_it(run_file, home, display):
    stick = home / "diska"
    command(run_file, home, "--portable", stick)
    place = stick / "KonfKasus"
    assert files(home) == {path.relative_to(home) for path in place.rglob("*") if not path.is_dir()}
    environment = {**os.environ, "HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with running([place / "konfkasus"], env=environment):
        Screen(display).window("KonfKasus")
        assert (place / "data" / "dipakai.lock").exists()
    assert not (home / ".local").exists()
    (place / "data" / "arsip.kkdb").write_bytes(b"arsip di diska")
    command(run_file, home, "--portable", stick)
    assert (place / "data" / "arsip.kkdb").read_bytes() == b"arsip di diska"


def test_a_stick_that_cannot_hold_it_is_told(run_file, home, tmp_path):
    """FAT knows no links: ``ln`` fails there as this one does."""
    tools = tmp_path / "tools"
    tools.mkdir()
    refusing = tools / "ln"
    refusing.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    refusing.chmod(0o755)
    stick = home / "diska"
    with pytest.raises(AssertionError, match="FAT"):
        command(run_file, home, "--portable", stick, PATH=f"{tools}:{os.defpath}")
    assert files(home) == set()
