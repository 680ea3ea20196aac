"""The licences of everything that is shipped, collected where each part was taken from."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

from bundle import program

STORED = Path(__file__).parents[1] / "licences"
"""What the packages themselves do not bring along."""
NAMES = ("licence", "license", "copying", "notice")
STORED_FOR = {"PySide6-Addons", "PySide6-Essentials", "shiboken6"}
LEFT_OUT = {"docopt"}  # never loaded, never shipped


def write(folder: Path, binaries: Iterable[tuple[str, str, str]]) -> None:
    """One text file per work into ``folder``.

    Raises:
        LookupError: something is shipped whose licence is not known.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in STORED.glob("*.txt"):
        _keep(folder, path.stem, [path])
    _keep(folder, program.NAME, [program.ROOT / "LICENSE"])
    _keep(folder, "Python", [_of_python()])
    for name in (*_shipped(), "pyinstaller"):
        found = list(_texts(distribution(name)))
        if not found and name not in STORED_FOR:
            raise LookupError(f"no licence of {name}")
        if found:
            _keep(folder, name, found)
    for package, path in sorted(_of_this_machine(binaries).items()):
        _keep(folder, f"Debian-{package}", [path])


def _shipped() -> list[str]:
    lines = (program.ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = [line.partition("==")[0] for line in lines if line and not line.startswith("#")]
    return [name for name in names if name not in LEFT_OUT]


def _texts(package: Distribution) -> Iterable[Path]:
    for file in package.files or ():
        inside = file.parent.name.endswith(".dist-info") or file.parent.name == "licenses"
        if inside and file.name.lower().startswith(NAMES):
            yield Path(str(file.locate()))


def _of_python() -> Path:
    told = os.environ.get("KONFKASUS_PYTHON_LICENCE")
    library = Path(os.__file__).parent
    places = [Path(told)] if told else []
    places += [library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"]
    places += sorted(Path("/usr/share/doc").glob(f"python{sys.version_info[0]}.*/copyright"))
    for path in places:
        if path.is_file():
            return path
    raise LookupError("no licence of Python")


def _of_this_machine(binaries: Iterable[tuple[str, str, str]]) -> dict[str, Path]:
    """The Debian packages that gave libraries to the bundle, and where each says its licence."""
    found: dict[str, Path] = {}
    if sys.platform == "win32":
        return found
    environment = Path(sys.prefix).resolve()
    base = Path(sys.base_prefix).resolve()
    for _name, path, _kind in binaries:
        real = Path(path).resolve()
        if environment in real.parents or base in real.parents or not real.is_file():
            continue
        package = _owner(path) or _owner(str(real))
        if not package:
            raise LookupError(f"nobody knows whose {path} is")
        found[package] = Path("/usr/share/doc", package, "copyright")
    return found


def _owner(path: str) -> str:
    for name in (path, path.removeprefix("/usr")):
        asked = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return asked.stdout.split(":")[0]
    return ""


def _keep(folder: Path, name: str, texts: Iterable[Path]) -> None:
    words = [path.read_text(encoding="utf-8", errors="replace").strip() for path in texts]
    content = "\n\n".join(words) + "\n"
    (folder / f"{name}.txt").write_text(content, encoding="utf-8", newline="\n")
