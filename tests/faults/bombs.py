"""Small files that want to become large: workbooks, pictures, scans."""

import struct
import zlib
from itertools import pairwise

from tests.faults.package import MAIN, SHEET, TYPES, WORDS, book_with, sheet_of

MB = 1_000_000
HONEST = 100_000  # bytes of ballast


def repeated(part, times):
    """A part of a sheet or of its words, again and again."""
    return part * times


def laughs():
    """Entities of entities."""
    names = [b"a%d" % number for number in range(12)]
    entities = b'<!ENTITY a0 "haha">' + b"".join(
        b'<!ENTITY %s "%s">' % (name, b"&%s;" % below * 10) for below, name in pairwise(names)
    )
    cell = b'<row><c t="inlineStr"><is><t>&a11;</t></is></c></row>'
    return book_with(SHEET, sheet_of(cell, before=b"<!DOCTYPE a [%s]>" % entities))


def quadratic():
    """One long entity, used often."""
    entity = b'<!DOCTYPE a [<!ENTITY a "%s">]>' % (b"a" * 100_000)
    cell = b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>' % (b"&a;" * 100_000)
    return book_with(SHEET, sheet_of(cell, before=entity), HONEST)


def words(part, times):
    """A table of words."""
    return book_with(WORDS, b"<sst %s>%s</sst>" % (MAIN, part * times), HONEST)


def styles(part, times, around=b"cellXfs"):
    """A table of styles."""
    inside = b"<%s>%s</%s>" % (around, part * times, around)
    return book_with("xl/styles.xml", b"<styleSheet %s>%s</styleSheet>" % (MAIN, inside), HONEST)


def rows(part, times, ballast=HONEST):
    """A sheet of many rows, or of a long one."""
    return book_with(SHEET, sheet_of(part * times), ballast)


def numbered_rows(count):
    """A list with so many students."""
    row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>Bayu</t></is></c></row>'
    return book_with(SHEET, sheet_of(b"".join(row % (n, n) for n in range(2, count + 2))), HONEST)


def attributes(count):
    """One tag with so many attributes."""
    tag = b"<row %s/>" % b" ".join(b'a%d="x"' % number for number in range(count))
    return book_with(SHEET, sheet_of(tag), 5 * MB)


def picture(width, height):
    """A PNG of one colour: a few kB, however large it is."""

    def chunk(kind, content):
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)

    packer = zlib.compressobj(9)
    line = bytes(1 + (width + 7) // 8)
    lines = b"".join(packer.compress(line) for _line in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def boasting_picture():
    """A PNG that says it is larger than any memory, and is cut short."""
    return picture(8, 8).replace(struct.pack(">II", 8, 8), struct.pack(">II", 2**31 - 1, 2**31 - 1))


def huge_page():
    """A PDF whose one page is kilometres wide."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999999 99999999]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


def many_pages():
    """A PDF that says it has two thousand million pages."""
    return huge_page().replace(b"/Count 1", b"/Count 2147483647")


SPREADSHEETS = {
    "entities in entities": laughs,
    "a long entity, often": quadratic,
    "a million rows": lambda: numbered_rows(1_000_000),
    "a million empty rows": lambda: rows(b"<row/>", 1_040_000),
    "a row far below": lambda: rows(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>', 1),
    "a row below all": lambda: rows(b'<row r="99999999999"><c><v>1</v></c></row>', 1),
    "five million cells in a row": lambda: rows(
        b"<row>" + repeated(b"<c><v>1</v></c>", 5 * MB) + b"</row>", 1, MB
    ),
    "a text of 190 MB": lambda: rows(
        b'<row><c t="inlineStr"><is><t>' + b"x" * 190 * MB + b"</t></is></c></row>", 1, MB
    ),
    "rows in rows": lambda: rows(repeated(b"<row>", 5 * MB) + repeated(b"</row>", 5 * MB), 1),
    "merged cells": lambda: book_with(
        SHEET,
        sheet_of(
            b"", after=b"<mergeCells>%s</mergeCells>" % (b'<mergeCell ref="A1:B2"/>' * 4 * MB)
        ),
        MB,
    ),
    "attributes": lambda: attributes(3 * MB),
    "spaces": lambda: rows(b" " * 190 * MB, 1, MB),
    "words": lambda: words(b"<si/>", 2_300_000),
    "runs in a word": lambda: words(b"<si>" + b"<r/>" * 2_900_000 + b"</si>", 1),
    "runs in runs": lambda: words(b"<si>" + b"<r>" * 1_500_000 + b"</r>" * 1_500_000 + b"</si>", 1),
    "cell formats": lambda: styles(b"<xf/>", 2_300_000),
    "fonts": lambda: styles(b"<font/>", 1_400_000, b"fonts"),
    "kinds of parts": lambda: book_with(
        TYPES,
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + b'<Default Extension="x" ContentType="y"/>' * 290_000
        + b"</Types>",
        HONEST,
    ),
}
LOGOS = {
    "a logo of 900 million dots": lambda: picture(30_000, 30_000),
    "a logo of 60 million dots": lambda: picture(60_000, 1_000),
    "a logo larger than memory": boasting_picture,
}
SCANS = {
    "a scan of 900 million dots": lambda: picture(30_000, 30_000),
    "a scan of 60 million dots": lambda: picture(7_700, 7_700),
    "a scan larger than memory": boasting_picture,
    "a page of kilometres": huge_page,
    "two thousand million pages": many_pages,
}
