"""What may be asked on the command line, in Indonesian; a usual start has nothing to read here."""

from argparse import Action, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from typing_extensions import override

from konfkasus_gui import __version__
from konfkasus_gui.language import _

WRONG_USE = 2  # the exit code that shells expect


def read(arguments: Sequence[str]) -> Namespace:
    """What was asked for, each None unless it was.

    ``backup`` is the file to restore from, ``self_test`` where the result of the self-test goes;
    ``data``, ``demo`` and ``screens`` are folders.

    Raises:
        SystemExit: help or version was asked for, or the arguments are not understood.
    """
    parser = _Parser(
        prog="konfkasus",
        description=_("Memimpin konferensi kasus, mencetak suratnya, dan menjaga rahasianya."),
        formatter_class=_Formatter,
        add_help=False,
    )
    files = parser.add_argument_group(_("berkas"))
    files.add_argument(
        "backup",
        nargs="?",
        type=Path,
        metavar="CADANGAN",
        help=_("berkas cadangan (.kkbackup) yang akan dipulihkan"),
    )
    options = parser.add_argument_group(_("pilihan"))
    options.add_argument(
        "--data", type=Path, metavar="FOLDER", help=_("memakai folder data yang lain")
    )
    options.add_argument(
        "--demo",
        nargs="?",
        const=Path("build/demo"),
        type=Path,
        metavar="FOLDER",
        help=_("membuat contoh lengkap (dokumen dan gambar layar) di FOLDER, lalu selesai"),
    )
    options.add_argument(
        "--screens",
        nargs="?",
        const=Path("build/screens"),
        type=Path,
        metavar="FOLDER",
        help=_("menggambar setiap layar ke FOLDER, lalu selesai"),
    )
    options.add_argument(
        "--self-test",
        nargs="?",
        const=Path("hasil-uji-mandiri.txt"),
        type=Path,
        metavar="BERKAS",
        help=_("memeriksa program ini, menulis hasilnya ke BERKAS, lalu selesai"),
    )
    options.add_argument(
        "--version",
        action="version",
        version=f"KonfKasus {__version__}",
        help=_("menampilkan versi, lalu selesai"),
    )
    options.add_argument("--help", action="help", help=_("menampilkan petunjuk ini, lalu selesai"))
    return parser.parse_args(arguments)


class _Formatter(HelpFormatter):
    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or _("pemakaian: "))


class _Parser(ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(WRONG_USE, _("Perintah ini tidak dikenal. Lihat konfkasus --help.") + "\n")
