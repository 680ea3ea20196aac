"""The self-test of a whole program passes, and that of a broken one says what is broken."""

import shutil

import pytest

from konfkasus_gui.documents import fonts
from konfkasus_gui.screens.restoring import RestoreWindow
from konfkasus_gui.self_test import keeping, papers, parts, run, windows
from konfkasus_gui.self_test.fault import Fault
from tests.test_app import run as run_program


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.mark.timeout(180)
def test_the_program_passes_and_leaves_nothing_but_its_result(home, tmp_path):
    result = tmp_path / "hasil é.txt"
    done = run_program(home, "--self-test", result)
    lines = result.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("baik ")] == ["HASIL: baik"]
    assert len(lines) == len(run.CHECKS) + 1
    assert (done.returncode, done.stdout) == (0, "")
    assert [path for path in home.rglob("*") if "fontconfig" not in str(path)] == []


def test_a_place_that_takes_no_result_is_told_by_the_code(home, tmp_path):
    assert run.self_test(None, tmp_path / "tidak" / "ada.txt") == 2


def looked_at(monkeypatch, tmp_path, qapp, *checks):
    monkeypatch.setattr(run, "CHECKS", checks)
    result = tmp_path / "hasil.txt"
    code = run.self_test(qapp, result)
    return code, result.read_text(encoding="utf-8").splitlines()


def test_one_broken_part_is_named_and_the_others_are_still_looked_at(monkeypatch, tmp_path, qapp):
    def broken(_place):
        raise Fault("tidak ada huruf")

    def bug(_place):
        raise ModuleNotFoundError("_cffi_backend")

    code, lines = looked_at(
        monkeypatch,
        tmp_path,
        qapp,
        ("huruf", broken),
        ("kripto", bug),
        ("Argon2id", keeping.stretching),
    )
    assert code == 1
    assert lines[0] == "gagal  huruf: tidak ada huruf"
    assert lines[1].startswith("gagal  kripto: ModuleNotFoundError _cffi_backend (test_self_test")
    assert lines[2].startswith("baik   Argon2id")
    assert lines[3] == "HASIL: gagal"


def test_a_bundle_without_migrations_does_not_pass(monkeypatch, tmp_path):
    monkeypatch.setattr(parts, "known_migrations", tuple)
    with pytest.raises(Fault, match="migrasi"):
        parts.check(tmp_path)


def test_a_bundle_without_icons_does_not_pass(monkeypatch, tmp_path, qapp):
    bare = tmp_path / "resources"
    shutil.copytree(parts.theme.RESOURCES, bare)
    shutil.rmtree(bare / "icons")
    monkeypatch.setattr(parts.theme, "RESOURCES", bare)
    with pytest.raises(Fault, match="icons"):
        parts.check(tmp_path)


def test_an_argon2_that_answers_otherwise_does_not_pass(monkeypatch, tmp_path):
    monkeypatch.setattr(keeping, "KNOWN_TAG", "00" * 32)
    with pytest.raises(Fault, match="Argon2id"):
        keeping.stretching(tmp_path)


def test_an_archive_that_can_be_read_from_outside_does_not_pass(monkeypatch, tmp_path):
    monkeypatch.setattr(keeping, "NAME", "PRAGMA")  # what is looked for is found
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip" / "catatan.txt").write_bytes(b"PRAGMA")
    with pytest.raises(Fault, match="terbaca"):
        keeping.archive(tmp_path)


def test_papers_without_their_own_fonts_do_not_pass(monkeypatch, tmp_path, qapp):
    monkeypatch.setattr(papers, "letter_sample", lambda *_asked: b"%PDF-1.4 Helvetica")
    assert fonts.SERIF
    with pytest.raises(Fault, match="huruf"):
        papers.paper(tmp_path)


def test_a_window_that_is_never_opened_is_named(monkeypatch, tmp_path, qapp):
    monkeypatch.setattr(windows, "draw", lambda _app, _folder, say: say(drawn(tmp_path)))
    monkeypatch.setattr(windows, "_beside", lambda _folder, _place: iter(()))
    with pytest.raises(Fault, match=RestoreWindow.__name__):
        windows.check(tmp_path)


def drawn(folder):
    picture = folder / "layar.png"
    picture.write_bytes(b"PNG")
    return picture
