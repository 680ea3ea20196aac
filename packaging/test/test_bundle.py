"""What is inside the installers: whole, small, and nothing of the machine that built them."""

import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from bundle import program, trim
from machines import BUILD, DIST, ROOT, called
from PyInstaller.archive.readers import CArchiveReader

LINUX = ROOT / "build" / "linux" / "konfkasus"
WINDOWS = ROOT / "build" / "windows" / "konfkasus"
BUNDLES = {"linux": LINUX, "windows": WINDOWS}
MOST_MB = {"windows.exe": 45, "amd64.deb": 60}
SHIMS = {"icuuc.dll", "bcryptprimitives.dll", "mscms.dll", "python.exe"}
FROM_LINUX = {
    *("ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0"),
    *("libresolv.so.2", "librt.so.1", "libutil.so.1"),
    *("libEGL.so.1", "libGL.so.1", "libxcb.so.1", "libGLX.so.0", "libOpenGL.so.0"),
}
"""What the system brings: glibc, and what the .deb depends on."""
FROM_WINDOWS = {
    "advapi32",
    "authz",
    "bcrypt",
    "bcryptprimitives",
    "cfgmgr32",
    "combase",
    "comctl32",
    "comdlg32",
    "crypt32",
    "d2d1",
    "d3d9",
    "d3d11",
    "d3d12",
    "dbghelp",
    "dcomp",
    "dnsapi",
    "dwmapi",
    "dwrite",
    "dxgi",
    "gdi32",
    "imm32",
    "iphlpapi",
    "icuuc",
    "kernel32",
    "mpr",
    "mscms",
    "msimg32",
    "msvcrt",
    "ncrypt",
    "netapi32",
    "ntdll",
    "ole32",
    "oleaut32",
    "opengl32",
    "powrprof",
    "propsys",
    "rpcrt4",
    "secur32",
    "setupapi",
    "shcore",
    "shell32",
    "shlwapi",
    "ucrtbase",
    "uiautomationcore",
    "user32",
    "userenv",
    "uxtheme",
    "version",
    "winhttp",
    "winmm",
    "winspool.drv",
    "ws2_32",
    "wtsapi32",
}
"""What every Windows 10 has."""

pytestmark = pytest.mark.timeout(1800)


@pytest.fixture(params=BUNDLES)
def system(request):
    assert BUNDLES[request.param].is_dir(), f"build it first: {request.param}"
    return request.param


@pytest.fixture
def bundle(system):
    return BUNDLES[system]


def inside(bundle):
    return [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]


def test_the_installers_are_small_enough(version):
    for ending, most in MOST_MB.items():
        [path] = [one for one in DIST.iterdir() if one.name.endswith(ending)]
        size = path.stat().st_size / 1_000_000
        sys.stdout.write(f"\n{path.name}: {size:.1f} MB, goal at most {most} MB")
        assert size <= most


def test_no_shim_and_nothing_that_is_never_opened_is_shipped(bundle):
    names = {str(path.relative_to(bundle)) for path in inside(bundle)}
    assert not {Path(name).name.lower() for name in names} & SHIMS
    assert not [name for name in names if trim.UNUSED_FILES.search(name)]
    assert not [name for name in names if name.endswith((".pyc", ".qm"))]
    assert any(name.endswith("archive/migrations/0001_initial.py") for name in names)


def test_every_library_finds_what_it_needs(system, bundle):
    tool = "objdump" if system == "linux" else "x86_64-w64-mingw32-objdump"
    have = {path.name.lower() for path in bundle.rglob("*")}
    needed = {}
    for path in inside(bundle):
        if path.suffix in {".dll", ".pyd", ".exe"} or ".so" in path.name or path.suffix == "":
            words = called(tool, "-p", path) if _is_program(path) else ""
            for name in re.findall(r"NEEDED\s+(\S+)|DLL Name: (\S+)", words):
                needed[(name[0] or name[1]).lower()] = path.name
    if system == "linux":
        there = {name.lower() for name in FROM_LINUX}
        missing = {name: by for name, by in needed.items() if name not in have | there}
    else:
        missing = {
            name: by
            for name, by in needed.items()
            if name not in have
            and not name.startswith("api-ms-win-")
            and name.removesuffix(".dll") not in FROM_WINDOWS
        }
    assert missing == {}


def test_no_library_is_looked_for_where_the_build_machine_had_it():
    told = [
        (path.name, line.split()[-1])
        for path in inside(LINUX)
        if _is_program(path)
        for line in called("objdump", "-p", path).splitlines()
        if line.split()[:1] in (["RUNPATH"], ["RPATH"])
    ]
    assert [one for one in told if not one[1].startswith("$ORIGIN")] == []


def _is_program(path):
    return path.read_bytes()[:4] in {b"\x7fELF"} or path.read_bytes()[:2] == b"MZ"


def test_nothing_tells_of_the_machine_or_person_that_built_it(system, bundle):
    mine = {
        *(str(ROOT), str(ROOT).replace("/", "\\"), "build/linux/venv", "build\\windows\\python"),
        *(f"/home/{getpass.getuser()}", str(BUILD.parent)),
        _git("user.email"),
        socket.gethostname(),
    }
    telling = {word for word in mine if len(word) > 4 and word != "localhost"}
    found = {
        (word, str(name))
        for name, content in _contents(bundle)
        for word in telling
        if word.encode() in content or word.encode("utf-16-le") in content
    }
    assert found == set()


def test_no_path_of_the_home_folder_is_inside_but_pythons_own(bundle):
    """Where Python was built under a home folder, its library says so itself."""
    mine = [re.escape(f"{path}/".encode()) for path in Path.home().iterdir() if path.is_dir()]
    telling = re.compile(b"|".join(mine))
    own = str(Path(sys.base_prefix).resolve()).encode()
    found = {
        str(name)
        for name, content in _contents(bundle)
        if telling.search(content.replace(own, b""))
    }
    assert found == set()


def _git(name):
    asked = subprocess.run(
        ["git", "config", name], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip()


def _contents(bundle):
    """Every file, and every module inside the program's own archive, as bytes."""
    for path in inside(bundle):
        yield path.relative_to(bundle), path.read_bytes()
    [executable] = [path for path in bundle.iterdir() if path.stem == program.COMMAND]
    archive = CArchiveReader(str(executable))
    for name, (*_place, kind) in archive.toc.items():
        if kind != "z":
            yield name, archive.extract(name)
    modules = archive.open_embedded_archive("PYZ.pyz")
    for name in modules.toc:
        raw = modules.extract(name, raw=True)
        yield name, raw or b""


def test_the_licence_of_everything_is_there(bundle):
    folder = bundle / "_internal" / "resources" / "licences"
    names = {path.stem.lower() for path in folder.iterdir()}
    shipped = [
        line.partition("==")[0].lower()
        for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "PySide6", "shiboken6", "docopt"))
    ]
    assert set(shipped) <= names
    wanted = {"konfkasus", "python", "qt-pyside6", "lgpl-3.0", "gpl-3.0", "sqlcipher", "openssl"}
    assert wanted <= names
    assert all(path.stat().st_size > 100 for path in folder.iterdir())


def test_the_windows_program_says_its_name_and_version(version):
    content = (WINDOWS / "konfkasus.exe").read_bytes()
    assert "FileDescription".encode("utf-16-le") in content
    assert program.DESCRIPTION.encode("utf-16-le") in content
    assert f"{version}.0".encode("utf-16-le") in content


def test_the_sums_are_those_of_the_installers():
    called("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=DIST)


def test_a_second_build_gives_the_same_bytes(bundle, system):
    again = BUILD / "again" / system
    shutil.rmtree(again, ignore_errors=True)
    script = {"linux": "linux/bundle.sh", "windows": "windows/bundle_wine.sh"}[system]
    # the time of the commit that was built, which the first build gave to its files
    made_at = str(int((bundle / "_internal").stat().st_mtime))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": made_at}
    called("bash", ROOT / "packaging" / script, again, env=environment)
    first, second = _tree(bundle), _tree(again / "konfkasus")
    shutil.rmtree(again)
    assert sorted(first) == sorted(second)
    assert {name for name in first if first[name] != second[name]} == set()


def _tree(bundle):
    return {
        str(path.relative_to(bundle)): path.readlink() if path.is_symlink() else path.read_bytes()
        for path in bundle.rglob("*")
        if not path.is_dir() or path.is_symlink()
    }
