import pytest

from konfkasus_gui.procedure.scan import LARGEST, ScanUnusable, require_scan

PDF = b"%PDF-1.7\n" + b"x" * 5000 + b"\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0" + b"x" * 5000 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 5000 + b"IEND\xaeB`\x82"


@pytest.mark.parametrize("content", [PDF, JPEG, PNG])
def test_a_whole_scan_may_be_kept(content):
    require_scan(content)


@pytest.mark.parametrize("content", [PDF, JPEG, PNG])
def test_a_scan_that_was_cut_off_is_refused(content):
    with pytest.raises(ScanUnusable, match="tidak utuh"):
        require_scan(content[:4000])


@pytest.mark.parametrize("content", [b"", b"MZ\x90", b"<html>%PDF-1.7</html>", b"PK\x03\x04"])
def test_another_kind_of_file_is_refused(content):
    with pytest.raises(ScanUnusable, match="bukan PDF"):
        require_scan(content)


def test_a_scan_may_be_just_as_large_as_said():
    full = b"%PDF-1.7\n" + b"x" * (LARGEST - 14) + b"%%EOF"
    require_scan(full)
    with pytest.raises(ScanUnusable, match="10 MB"):
        require_scan(full + b"x")
