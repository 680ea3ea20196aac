import zlib
from contextlib import suppress
from io import BytesIO
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from konfkasus_gui.procedure.scan import LARGEST, ScanUnusable, require_scan


def png(width, height):
    """A picture of one colour, and some kilobytes however large it is."""

    def chunk(kind, content):
        checked = kind + content
        return pack(">I", len(content)) + checked + pack(">I", zlib.crc32(checked))

    head = pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", b"x" * 5000)
        + chunk(b"IEND", b"")
    )


def jpeg(width, height):
    whole = BytesIO()
    Image.effect_noise((64, 64), 90).save(whole, "JPEG", comment=b"\xff\xc0 is no frame here")
    content = whole.getvalue()
    at = content.index(b"\xff\xc0\x00\x0b")
    return content[: at + 5] + pack(">HH", height, width) + content[at + 9 :]


PDF = b"%PDF-1.7\n" + b"x" * 5000 + b"\n%%EOF\n"
JPEG = jpeg(64, 64)
PNG = png(64, 64)


@pytest.mark.parametrize("content", [PDF, JPEG, PNG])
def test_a_whole_scan_may_be_kept(content):
    require_scan(content)


@pytest.mark.parametrize("content", [PDF, JPEG, PNG])
def test_a_scan_that_was_cut_off_is_refused(content):
    with pytest.raises(ScanUnusable, match="tidak utuh"):
        require_scan(content[: len(content) * 3 // 4])


@pytest.mark.parametrize("content", [b"", b"MZ\x90", b"<html>%PDF-1.7</html>", b"PK\x03\x04"])
def test_another_kind_of_file_is_refused(content):
    with pytest.raises(ScanUnusable, match="bukan PDF"):
        require_scan(content)


def test_a_scan_may_be_just_as_large_as_said():
    full = b"%PDF-1.7\n" + b"x" * (LARGEST - 14) + b"%%EOF"
    require_scan(full)
    with pytest.raises(ScanUnusable, match="10 MB"):
        require_scan(full + b"x")


@pytest.mark.parametrize("made", [png, jpeg])
def test_a_small_file_with_a_vast_picture_is_refused(made):
    require_scan(made(4960, 7016))
    with pytest.raises(ScanUnusable, match="terlalu besar"):
        require_scan(made(30_000, 30_000))


@pytest.mark.parametrize("made", [png, jpeg])
def test_a_picture_without_a_side_is_not_whole(made):
    with pytest.raises(ScanUnusable, match="tidak utuh"):
        require_scan(made(0, 100))


@given(
    st.sampled_from([JPEG, PNG, PDF]),
    st.integers(0, 4000),
    st.binary(max_size=40),
    st.binary(max_size=9),
)
def test_whatever_bytes_stand_there_it_is_kept_or_refused(content, at, other, tail):
    changed = content[:at] + other + content[at + len(other) :] + tail
    with suppress(ScanUnusable):
        require_scan(changed)
