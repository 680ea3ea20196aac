"""Scans of signed papers: what may be kept in the archive."""

from dataclasses import dataclass

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _

LARGEST = 10 * 1024 * 1024
"""Bytes."""
_TAIL = 2048


class ScanUnusable(KonfKasusError):
    """The chosen file cannot be kept as a scan."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the bytes of one kind of file begin, and what stands near their end."""

    head: bytes
    end: bytes


_KINDS = (
    _Kind(b"%PDF-", b"%%EOF"),
    _Kind(b"\xff\xd8\xff", b"\xff\xd9"),
    _Kind(b"\x89PNG\r\n\x1a\n", b"IEND"),
)


def require_scan(content: bytes) -> None:
    """Stop unless ``content`` is a whole PDF, JPEG or PNG of at most ``LARGEST`` bytes.

    The name of the file is not asked: the bytes say what it is.

    Raises:
        ScanUnusable: it is too large, cut off, or something else.
    """
    if len(content) > LARGEST:
        raise ScanUnusable(
            _("Berkas ini lebih besar dari 10 MB. Pindai ulang dengan mutu lebih rendah.")
        )
    kind = next((kind for kind in _KINDS if content.startswith(kind.head)), None)
    if kind is None:
        raise ScanUnusable(
            _("Berkas ini bukan PDF, JPG, atau PNG. Pilih hasil pindaian yang lain.")
        )
    if kind.end not in content[-_TAIL:]:
        raise ScanUnusable(_("Berkas ini tidak utuh. Pindai ulang lalu pilih lagi."))
