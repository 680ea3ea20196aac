"""Workbooks put together by hand, part by part, as a stranger might."""

import os
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"
WORDS = "xl/sharedStrings.xml"
TYPES = "[Content_Types].xml"
_OF_WORDS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
HEADER = ("Nama", "NISN", "NIPD", "JK", "Tanggal Lahir", "Nama Ayah")
STUDENTS = (
    ("Melati Rekaan", "0099999901", "1", "P", "2012-05-17", "Sutrisno"),
    ("Bayu Rekaan", "0099999902", "2", "L", "17 Mei 2012", None),
)


@cache
def small_book():
    """The bytes of a list with two students."""
    content, book = BytesIO(), Workbook()
    for row in (HEADER, *STUDENTS):
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def parts_of(content):
    """The parts of a package by name."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts):
    """A package of ``parts``."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=6) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


def book_with(name, part, ballast=0):
    """The small list with one other part, and ``ballast`` that makes its sizes look honest."""
    parts = {**parts_of(small_book()), name: part}
    if name == WORDS and b"sharedStrings" not in parts[TYPES]:
        entry = b'<Override PartName="/%s" ContentType="%s"/>' % (WORDS.encode(), _OF_WORDS)
        parts[TYPES] = parts[TYPES].replace(b"</Types>", entry + b"</Types>")
    if ballast:
        parts["xl/media/image1.png"] = os.urandom(ballast)
    return packed(parts)


def sheet_of(rows, *, before=b"", after=b""):
    """A sheet with the header of a list and ``rows`` below it."""
    cells = b"".join(b'<c t="inlineStr"><is><t>%s</t></is></c>' % name.encode() for name in HEADER)
    return b'%s<worksheet %s><sheetData><row r="1">%s</row>%s</sheetData>%s</worksheet>' % (
        before,
        MAIN,
        cells,
        rows,
        after,
    )
