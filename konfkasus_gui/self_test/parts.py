"""The program itself: each of its modules and files is there, and its version is told."""

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

import konfkasus_gui
from konfkasus_gui.archive.database import known_migrations
from konfkasus_gui.language import _
from konfkasus_gui.screens import icons, theme
from konfkasus_gui.self_test.fault import require

WINDOWS_ONLY = "_windows"
"""How modules end that no other system can load."""


def check(_place: Path) -> str:
    """Load every module, and see that fonts, icons, guide, sample and migrations came along."""
    names = [
        found.name for found in pkgutil.walk_packages(konfkasus_gui.__path__, "konfkasus_gui.")
    ]
    foreign = WINDOWS_ONLY if sys.platform != "win32" else "\0"
    wanted = [name for name in names if ".migrations" not in name and not name.endswith(foreign)]
    require(wanted, _("tidak ada modul"))
    for name in wanted:
        import_module(name)
    require(known_migrations(), _("tidak ada berkas migrasi"))
    for folder, suffix in (("fonts", "ttf"), ("icons", "svg"), ("help", "md"), ("sample", "json")):
        found = list((theme.RESOURCES / folder).glob(f"*.{suffix}"))
        require(found and all(path.stat().st_size for path in found), folder)
    require(not icons.icon("lock").isNull(), _("ikon tidak tergambar"))
    return _("versi {version}, {count} modul, Python {python}").format(
        version=konfkasus_gui.__version__, count=len(wanted), python=sys.version.split()[0]
    )
