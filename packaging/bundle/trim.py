"""What PyInstaller collects and the program never opens."""

import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

Entry = tuple[str, str, str]
"""Name in the bundle, file on this machine, kind."""

UNUSED_MODULES = [
    "PIL.AvifImagePlugin",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL._avif",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "doctest",
    "docopt",
    "lib2to3",
    "lxml",
    "numpy",
    "pydoc",
    "setuptools",
    "test",
    "tkinter",
    "unittest",
]
# QtPdf links QtNetwork: that library stays, only its plug-ins for the world outside go.
UNUSED_FILES = re.compile(
    r"PySide6/(Qt/)?(translations|qml)/"
    r"|(lib)?Qt6(Qml|Quick|OpenGL|VirtualKeyboard|EglFS|EglFs|ShaderTools|Wayland|WlShell)"
    r"\w*\.(dll|so)"
    r"|plugins/(tls|networkinformation|generic|egldeviceintegrations|qmltooling|wayland-[\w-]+)/"
    r"|plugins/platforminputcontexts/.*virtualkeyboard"
    r"|plugins/platformthemes/libqgtk3"
    r"|plugins/platforms/(lib)?q(direct2d|minimal|minimalegl|vnc|eglfs|linuxfb|vkkhrdisplay|wayland)"
    r"|plugins/imageformats/(lib)?q(tga|tiff|wbmp|webp|icns|pdf)\."
    r"|opengl32sw\.dll|d3dcompiler_47\.dll|_avif\.",
    re.IGNORECASE,
)


def used(files: Iterable[Entry]) -> list[Entry]:
    """Only the collected files that the program can open."""
    return [entry for entry in files if not UNUSED_FILES.search(entry[0].replace("\\", "/"))]


def pruned(binaries: Sequence[Entry]) -> list[Entry]:
    """Without the libraries of this machine that nothing which is left needs.

    PyInstaller brings in what the plug-ins that were dropped needed, such as all of GTK. Those
    libraries lie at the top under a name that begins with ``lib``; everything else is a root.
    """
    holders: dict[str, list[Entry]] = {}
    for entry in binaries:
        holders.setdefault(Path(entry[0]).name, []).append(entry)
    waiting = [entry for entry in binaries if not _from_this_machine(entry[0])]
    reached: set[str] = set()
    while waiting:
        entry = waiting.pop()
        if entry[0] not in reached:
            reached.add(entry[0])
            for name in _needed(entry[1]):
                waiting += holders.get(name, [])
    return [entry for entry in binaries if entry[0] in reached]


def without_dangling(datas: Sequence[Entry], binaries: Sequence[Entry]) -> list[Entry]:
    """Without the links to libraries that were pruned."""
    left = {Path(name).name for name, _path, _kind in binaries}
    return [
        entry
        for entry in datas
        if entry[2] != "SYMLINK" or "/" in entry[0] or Path(entry[1]).name in left
    ]


def _from_this_machine(name: str) -> bool:
    return "/" not in name and name.startswith("lib") and not name.startswith("libpython")


def _needed(path: str) -> list[str]:
    asked = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False)
    return re.findall(r"NEEDED\s+(\S+)", asked.stdout)
