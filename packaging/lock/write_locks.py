"""Writes linux.txt and windows.txt anew: `python packaging/lock/write_locks.py`; asks PyPI.

Each names one wheel per package by its hash: those of `requirements.txt` and of `tools.txt`.
docopt is left out: num2words needs it only for a command line that nobody starts here.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LOCK = Path(__file__).parent
SHIPPED = LOCK.parents[1] / "requirements.txt"
LEFT_OUT = {"docopt"}
WINDOWS_ONLY = {"pefile", "pywin32-ctypes"}
PYTHON = "3.11"
PLATFORMS = {
    "linux": [f"manylinux_2_{glibc}_x86_64" for glibc in (34, 28, 27, 26, 24, 17)]
    + ["manylinux2014_x86_64"],
    "windows": ["win_amd64"],
}
PIN = re.compile(r"([A-Za-z0-9._-]+)==\S+")


def pins(system: str) -> list[str]:
    """What is pinned for ``system``, as pip reads it."""
    lines = [
        line
        for path in (SHIPPED, LOCK / "tools.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    named = {found[1]: found[0] for line in lines if (found := PIN.fullmatch(line))}
    unwanted = LEFT_OUT | (WINDOWS_ONLY if system != "windows" else set())
    return [pin for name, pin in named.items() if name not in unwanted]


def wheels(system: str) -> list[tuple[str, str, str]]:
    """Name, version and SHA-256 of each wheel that ``system`` gets."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "pins.txt")
        wanted.write_text("\n".join(pins(system)), encoding="utf-8")
        platforms = [part for name in PLATFORMS[system] for part in ("--platform", name)]
        command = [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--no-deps"),
            *("--ignore-installed", "--only-binary=:all:", "--target", folder, "--report", "-"),
            *("--python-version", PYTHON, "--implementation", "cp", *platforms),
            *("--requirement", str(wanted)),
        ]
        report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [
        (
            one["metadata"]["name"],
            one["metadata"]["version"],
            one["download_info"]["archive_info"]["hashes"]["sha256"],
        )
        for one in json.loads(report)["install"]
    ]


def main() -> None:
    """Look up the wheels of both systems."""
    for system in PLATFORMS:
        lines = [f"# CPython {PYTHON}, {system}, 64-bit. Written by write_locks.py."]
        for name, version, sha256 in sorted(wheels(system), key=lambda one: one[0].lower()):
            lines.append(f"{name}=={version} --hash=sha256:{sha256}")
        (LOCK / f"{system}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
