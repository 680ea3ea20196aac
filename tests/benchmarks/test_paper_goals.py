"""What papers cost, measured in one run beside its goal; `make bench` prints it."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

PAPERS = Path(__file__).with_name("papers.py")
LINES = 24
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    '.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
BODY = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
    '2006/main"><w:body>{lines}</w:body></w:document>'
)
LINE = "<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
WORDS = "Sehubungan dengan rencana konferensi kasus, kami mengundang Bapak/Ibu nomor {number}."

pytestmark = pytest.mark.timeout(900)


def told(name, figure, goal, unit="", *, least=False):
    words = "at least" if least else "at most"
    print(f"{name:<58} {figure:8.2f}{unit:<4} goal {words} {goal}{unit}")  # noqa: T201
    assert figure >= goal if least else figure <= goal


def drawn(*arguments):
    """The figures of papers that a process of its own draws."""
    done = subprocess.run(
        [sys.executable, str(PAPERS), *map(str, arguments)],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def test_forty_letters_cost_little_more_than_bare_pages():
    figures = drawn("letters")
    assert figures["pages"] == 40
    told("40 letters / 40 bare ReportLab pages", figures["ours"] / figures["bare"], 2.5, "×")


def test_forty_letters_are_much_quicker_than_an_office_program(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        print("40 letters beside LibreOffice: no soffice on this PC")  # noqa: T201
        return
    for number in range(40):
        lines = "".join(LINE.format(words=WORDS.format(number=number)) for _line in range(LINES))
        with ZipFile(tmp_path / f"surat-{number:02}.docx", "w") as letter:
            letter.writestr("[Content_Types].xml", TYPES)
            letter.writestr("_rels/.rels", LINKS)
            letter.writestr("word/document.xml", BODY.format(lines=lines))
    letters = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    begun = time.perf_counter()
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *letters],
        check=True,
        capture_output=True,
    )
    seconds = time.perf_counter() - begun
    assert len(list(tmp_path.glob("*.pdf"))) == 40
    ours = drawn("letters")["ours"]
    told("LibreOffice with 40 letters / ours", seconds / ours, 20, "×", least=True)


def test_long_minutes_stay_small_and_take_time_in_proportion():
    figures = [drawn("minutes", said) for said in (90, 195, 410, 630)]
    assert [round(figure["pages"], -1) for figure in figures] == [10, 20, 40, 60]
    told("memory of 60-page minutes", figures[-1]["memory"], 200, "MiB")
    per_page = [figure["seconds"] / figure["pages"] for figure in figures]
    told("a page of 60 / a page of 10", per_page[-1] / per_page[0], 1.2, "×")
