"""Scans of signed papers: what may be kept in the archive."""

from dataclasses import dataclass
from struct import calcsize, unpack

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _

LARGEST = 10 * 1024 * 1024
"""Bytes."""
LARGEST_AREA = 50_000_000
"""Pixels: a sheet of A4 at 600 dpi has 35 million, and 4 bytes of memory for each are seldom there.
A picture of one colour has many more in a file of a few kilobytes."""
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
    sides = _sides(content)
    if kind.end not in content[-_TAIL:] or sides is None or not all(sides):
        raise ScanUnusable(_("Berkas ini tidak utuh. Pindai ulang lalu pilih lagi."))
    if sides[0] * sides[1] > LARGEST_AREA:
        raise ScanUnusable(
            _("Gambar pindaian ini terlalu besar. Pindai ulang dengan 300 dpi atau kurang.")
        )


def _sides(content: bytes) -> tuple[int, int] | None:
    """Width and height of a picture in pixels as its head tells; nothing is unpacked.

    (1, 1) for a PDF, whose pages are drawn as large as the window; None where the head is cut off.
    """
    if content.startswith(b"%PDF-"):
        return 1, 1
    if content.startswith(b"\x89PNG"):
        head = content[12:24]
        return _two(head[4:], ">II") if head.startswith(b"IHDR") else None
    return _jpeg_sides(content)


def _jpeg_sides(content: bytes) -> tuple[int, int] | None:
    """The sides in the frame header, behind whatever segments stand before it (ITU T.81, B.2)."""
    at = 2
    while at + 9 <= len(content) and content[at] == _MARKER:
        marker = content[at + 1]
        if marker in _FRAMES:
            sides = _two(content[at + 5 : at + 9], ">HH")
            return sides and (sides[1], sides[0])
        filler = marker == _MARKER
        at += 1 if filler else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _two(packed: bytes, form: str) -> tuple[int, int] | None:
    if len(packed) != calcsize(form):
        return None
    first, second = unpack(form, packed)
    return first, second


_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
