"""The machines on which installers are tried: a fresh Debian, a Windows prefix, and a screen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path[:0] = [
    str(Path(__file__).parent),
    str(Path(__file__).parents[1]),
    str(Path(__file__).parents[2]),
]

from bundle import program  # noqa: E402 - found through the lines above
from machines import BUILD, DIST, ROOT, called, one  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def root_only():
    assert os.geteuid() == 0, "these tests install packages and mount: run them as root"


@pytest.fixture(scope="session")
def version():
    return program.version()


@pytest.fixture(scope="session")
def deb(version):
    return one(DIST, f"konfkasus_{version}_amd64.deb")


@pytest.fixture(scope="session")
def run_file(version):
    return one(DIST, f"KonfKasus-{version}-linux.run")


@pytest.fixture(scope="session")
def setup_exe(version):
    return one(DIST, f"KonfKasus-{version}-windows.exe")


@pytest.fixture(scope="session")
def previous():
    """Builds the installer of the version before for ``linux`` or ``windows``; its folder."""

    def built(system):
        called("sh", ROOT / "packaging" / "previous.sh", system)
        return ROOT / "build" / "previous" / "dist"

    return built


@pytest.fixture(scope="session")
def display():
    """A screen of 1366 × 768 of its own; its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="session")
def debian():
    """A fresh, minimal Debian 12, unpacked anew: the folder that is its root."""
    BUILD.mkdir(parents=True, exist_ok=True)
    kept, root = BUILD / "debian.tar", BUILD / "debian"
    _unmount(root)
    shutil.rmtree(root, ignore_errors=True)
    if not kept.exists():
        called("debootstrap", "--variant=minbase", "bookworm", root, "http://deb.debian.org/debian")
        called("tar", "-C", root, "-cf", f"{kept}.new", ".")
        Path(f"{kept}.new").rename(kept)
    else:
        root.mkdir()
        called("tar", "-C", root, "-xf", kept)
    for name in ("proc", "dev"):
        called("mount", "--rbind", f"/{name}", root / name)
    (root / "tmp" / ".X11-unix").mkdir(mode=0o1777, exist_ok=True)
    called("mount", "--bind", "/tmp/.X11-unix", root / "tmp" / ".X11-unix")
    (root / "etc" / "resolv.conf").write_bytes(Path("/etc/resolv.conf").read_bytes())
    called("chroot", root, "apt-get", "update", "-q")
    called("chroot", root, "useradd", "--create-home", "guru")
    yield root
    _unmount(root)
    shutil.rmtree(root, ignore_errors=True)


def _unmount(root):
    mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    inside = [line.split()[1] for line in mounts if f"{root}/" in line]
    for place in reversed(inside):
        called("umount", "--lazy", place)
