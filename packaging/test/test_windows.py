"""The setup under Wine: installed, upgraded with an archive in it, run, made portable, removed."""

import shutil

import pytest
from machines import OLD_ARCHIVE, PREVIOUS, one
from records import PASSPHRASE, counted, require_upgraded
from screen import Screen, until
from wine import Windows

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\KonfKasus"

pytestmark = pytest.mark.timeout(3600)


@pytest.fixture(scope="module")
def windows(display):
    windows = Windows(display)
    yield windows
    windows.settle()


@pytest.fixture(scope="module")
def screen(display):
    return Screen(display)


@pytest.fixture(scope="module")
def before(windows, previous, tmp_path_factory):
    """The old version is installed, and somebody has worked with it: the rows of the archive."""
    shutil.rmtree(windows.data, ignore_errors=True)
    old = one(previous("windows"), "*.exe")
    assert windows.run(old, "/S")[0] == 0
    assert windows.registry(UNINSTALL, "DisplayVersion") == PREVIOUS["version"]
    shutil.copytree(OLD_ARCHIVE, windows.data)
    return counted(windows.data, tmp_path_factory.mktemp("before") / "arsip")[0]


def self_tested(windows, program):
    result = windows.drive / "hasil uji é.txt"
    code, _said = windows.run(program, "--self-test", r"C:\hasil uji é.txt")
    lines = result.read_text(encoding="utf-8").splitlines()
    result.unlink()
    assert [line for line in lines if line.startswith("gagal")] == []
    assert (code, lines[-1]) == (0, "HASIL: baik")


def test_the_upgrade_replaces_the_program_and_keeps_the_archive(
    windows, before, setup_exe, version
):
    stale = windows.programs / "_internal" / "usang.dll"
    stale.write_bytes(b"")
    foreign = windows.programs / "catatan saya.txt"
    foreign.write_bytes(b"milik guru")
    untouched = {path.name: path.read_bytes() for path in windows.data.iterdir()}
    assert windows.run(setup_exe, "/S")[0] == 0
    assert not stale.exists()
    assert not (windows.programs / "_baru").exists()
    assert foreign.read_bytes() == b"milik guru"
    foreign.unlink()
    assert {path.name: path.read_bytes() for path in windows.data.iterdir()} == untouched
    assert windows.registry(UNINSTALL, "DisplayVersion") == version
    assert windows.registry(UNINSTALL, "UninstallString").endswith('uninstall.exe"')
    assert int(windows.registry(UNINSTALL, "EstimatedSize"), 16) > 50_000
    menu = windows.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/KonfKasus.lnk"
    assert menu.exists()


def test_the_installed_program_tests_itself(windows, before):
    self_tested(windows, windows.programs / "konfkasus.exe")


def test_the_old_archive_opens_with_nothing_lost(windows, screen, before, setup_exe, tmp_path):
    with windows.running(windows.programs / "konfkasus.exe"):
        screen.window("KonfKasus")
        screen.picture("windows-1-buka-arsip")
        screen.unlock(PASSPHRASE)
        screen.picture("windows-2-beranda")
        assert windows.run(setup_exe, "/S")[0] == 4, "an open program is not replaced"
        screen.press("F1")
        screen.picture("windows-3-panduan")
        screen.lock()
        screen.picture("windows-4-terkunci")
    windows.settle()
    require_upgraded(windows.data, before, tmp_path / "arsip")


def test_a_backup_opens_with_the_program(windows, screen, before):
    """Wine does not look for a user's own kinds of files: what they say is done by hand here."""
    kept = one(windows.data / "cadangan", "*.kkbackup")
    shutil.copy(kept, windows.drive / "cadangan saya é.kkbackup")
    kind = windows.registry(r"Software\Classes\.kkbackup")
    command = windows.registry(rf"Software\Classes\{kind}\shell\open\command")
    program = str(windows.programs / "konfkasus.exe").removeprefix(str(windows.drive))
    assert command == '"C:' + program.replace("/", "\\") + '" "%1"'
    with windows.running(windows.programs / "konfkasus.exe", r"C:\cadangan saya é.kkbackup"):
        window = screen.window("Pulihkan arsip")
        screen.picture("windows-5-pulihkan")
        screen.focus(window)
        screen.press("Escape")
        until(lambda: not screen.windows("Pulihkan arsip"), "the end of the question")
    windows.settle()


def test_removing_keeps_the_archive(windows, before):
    contents = {path: path.read_bytes() for path in windows.data.rglob("*") if path.is_file()}
    assert contents
    windows.uninstall("/S")
    assert not windows.programs.exists()
    assert {path: path.read_bytes() for path in contents} == contents
    for key in (UNINSTALL, r"Software\KonfKasus", r"Software\Classes\.kkbackup"):
        assert windows.registry(key) == ""
    left = [path for path in windows.home.rglob("KonfKasus*") if windows.data not in path.parents]
    assert left == [windows.data]


def test_it_works_in_a_folder_with_blanks_and_other_letters(windows, setup_exe):
    code, _said = windows.batch(f'"Z:{setup_exe}" /S /D=C:\\Ruang Guru é\\KonfKasus')
    folder = windows.drive / "Ruang Guru é" / "KonfKasus"
    assert (code, (folder / "konfkasus.exe").exists()) == (0, True)
    assert "Ruang Guru" in windows.registry(r"Software\KonfKasus", "InstallDir")
    self_tested(windows, folder / "konfkasus.exe")
    windows.run(folder / "uninstall.exe", "/S")
    until(lambda: not folder.exists(), "the uninstaller")
    windows.settle()


def test_the_folder_of_another_program_is_left_alone(windows, setup_exe):
    other = windows.drive / "lain" / "_internal" / "milik.txt"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"program lain")
    assert windows.run(setup_exe, "/S", r"/D=C:\lain")[0] == 5
    assert [path for path in (windows.drive / "lain").rglob("*") if path.is_file()] == [other]


@pytest.mark.parametrize("old", ["win7", "win81"])
def test_a_windows_that_is_too_old_is_told(windows, setup_exe, old):
    windows.run("winecfg", "-v", old)
    try:
        assert windows.run(setup_exe, "/S")[0] == 3
    finally:
        windows.run("winecfg", "-v", "win10")
        windows.settle()
    assert not windows.programs.exists()


def test_a_portable_copy_keeps_its_archive_beside_it(windows, screen, setup_exe):
    assert windows.run(setup_exe, "/S", "/PORTABLE", r"/D=C:\diska\KonfKasus")[0] == 0
    folder = windows.drive / "diska" / "KonfKasus"
    assert {path.name for path in folder.iterdir()} == {"konfkasus.exe", "_internal", "data"}
    assert windows.registry(UNINSTALL, "DisplayVersion") == ""
    shutil.rmtree(windows.data, ignore_errors=True)
    with windows.running(folder / "konfkasus.exe"):
        screen.window("KonfKasus")
        screen.picture("windows-6-portabel")
        assert (folder / "data" / "dipakai.lock").exists()
    windows.settle()
    assert not windows.data.exists()
    (folder / "data" / "arsip.kkdb").write_bytes(b"arsip di diska")
    assert windows.run(setup_exe, "/S", "/PORTABLE", r"/D=C:\diska\KonfKasus")[0] == 0
    assert (folder / "data" / "arsip.kkdb").read_bytes() == b"arsip di diska"
    shutil.rmtree(folder)


def test_the_setup_is_led_by_hand(windows, screen, setup_exe):
    with windows.running(setup_exe):
        window = screen.window("KonfKasus")
        screen.focus(window)
        for page in ("sambutan", "cara", "folder"):
            screen.picture(f"setup-{page}")
            screen.press("Return")
        until((windows.programs / "uninstall.exe").exists, "the installed program")
        screen.picture("setup-selesai")
        screen.press("space")  # the program is not started at the end
        screen.press("Return")
        windows.run("taskkill", "/IM", "konfkasus.exe", "/F")
    windows.settle()
    assert (windows.programs / "konfkasus.exe").exists()


@pytest.mark.parametrize("sure", [False, True])
def test_the_archive_goes_only_after_a_second_question(windows, screen, setup_exe, sure):
    assert windows.run(setup_exe, "/S")[0] == 0
    shutil.rmtree(windows.data, ignore_errors=True)
    shutil.copytree(OLD_ARCHIVE, windows.data)
    (windows.data / "cadangan").mkdir()
    (windows.data / "cadangan" / "satu.kkbackup").write_bytes(b"cadangan")
    (windows.data / "surat.txt").write_bytes(b"milik guru")
    before = contents(windows.data)
    with windows.running(windows.programs / "uninstall.exe"):
        screen.focus(screen.window("KonfKasus"))
        screen.picture("hapus-1-yakin")
        screen.press("Return")
        screen.picture("hapus-2-arsip")
        screen.press("alt+j")  # the box
        screen.picture("hapus-3-dicentang")
        screen.press("alt+h")
        question = until(lambda: screen.windows("KonfKasus")[1:], "the second question")[-1]
        screen.focus(question)
        screen.picture("hapus-4-benar")
        if sure:
            screen.press("Tab", "Return")  # the cursor is on No
            until(lambda: not windows.programs.exists(), "the uninstaller")
            screen.picture("hapus-5-selesai")
        else:
            screen.press("Return")
            until(lambda: len(screen.windows("KonfKasus")) == 1, "the page with the box")
            screen.focus(screen.window("KonfKasus"))
            screen.press("alt+h")  # the box was cleared: the program goes, the archive stays
            until(lambda: not windows.programs.exists(), "the uninstaller")
        screen.press("Return")
    windows.settle()
    assert contents(windows.data) == ({"surat.txt": b"milik guru"} if sure else before)


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
