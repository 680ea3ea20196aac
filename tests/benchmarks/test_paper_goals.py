"""What papers cost, measured in one run beside its goal; `make bench` prints it."""

import json
import shutil
import subprocess
import sys
import time
from base64 import b64encode
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

PAPERS = Path(__file__).with_name("papers.py")
SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
PARAGRAPH = (
    "Sehubungan dengan rencana konferensi kasus, kami mengundang Bapak/Ibu untuk hadir pada waktu"
    " dan tempat berikut. Pertemuan bersifat terbatas dan tertutup; isi undangan ini mohon tidak"
    " diteruskan kepada siapa pun."
)
LETTER = """<html><body style="font-family: Liberation Serif; font-size: 12pt">
<table width="100%"><tr><td><img src="{left}" width="80"></td>
<td align="center"><p>PEMERINTAH KABUPATEN SUKAMAJU</p><p>DINAS PENDIDIKAN</p>
<p><b>SMP NEGERI 1 SUKAMAJU</b></p><p>Jalan Pendidikan Nomor 1, Sukamaju</p></td>
<td><img src="{right}" width="80"></td></tr></table><hr>
<table><tr><td>Nomor</td><td>: 421.3/001/SMPN1/XI/2026</td></tr><tr><td>Perihal</td>
<td>: Undangan Konferensi Kasus</td></tr></table><p>Yth. Bapak/Ibu Peserta Contoh, S.Pd.</p>
<p>{words}</p><table><tr><td>Hari, tanggal</td><td>: Senin, 23 November 2026</td></tr>
<tr><td>Waktu</td><td>: pukul 10.00 WIB</td></tr><tr><td>Tempat</td><td>: Ruang BK</td></tr></table>
<p>{words}</p><p>{words}</p><p>Kepala Sekolah,</p><p><u><b>Drs. H. Ahmad Fauzi</b></u></p>
</body></html>"""

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


def embedded(picture):
    """A picture inside the page that names it, as a template of a letter holds its logos."""
    return "data:image/png;base64," + b64encode(picture.read_bytes()).decode("ascii")


def filled(template, number):
    """The template with the name of one recipient, as filling in fields leaves it."""
    letter = template.with_name(f"surat-{number:02}.docx")
    with ZipFile(template) as before, ZipFile(letter, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(b"Contoh", f"Contoh {number}".encode()))
    return letter


def test_forty_letters_cost_little_more_than_bare_pages():
    figures = drawn("letters")
    assert figures["pages"] == 40
    told("40 letters / 40 bare ReportLab pages", figures["ours"] / figures["bare"], 2.5, "×")


def test_forty_letters_are_much_quicker_than_an_office_program(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        print("40 letters beside LibreOffice: no soffice on this PC")  # noqa: T201
        return
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"

    def converted(kind, *paths):
        subprocess.run(
            [office, profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, *paths],
            check=True,
            capture_output=True,
        )

    page = tmp_path / "surat.html"
    left, right = (embedded(logo) for logo in sorted(SAMPLE.glob("*.png")))
    page.write_text(LETTER.format(left=left, right=right, words=PARAGRAPH), "utf-8")
    converted("docx:MS Word 2007 XML", page)
    letters = [filled(tmp_path / "surat.docx", number) for number in range(1, 41)]
    begun = time.perf_counter()
    converted("pdf", *letters)
    seconds = time.perf_counter() - begun
    assert all(letter.with_suffix(".pdf").exists() for letter in letters)
    ours = drawn("letters")["ours"]
    told("LibreOffice with 40 letters / ours", seconds / ours, 20, "×", least=True)


def test_long_minutes_stay_small_and_take_time_in_proportion():
    figures = [drawn("minutes", said) for said in (72, 165, 345, 525)]
    assert [round(figure["pages"], -1) for figure in figures] == [10, 20, 40, 60]
    told("memory of 60-page minutes", figures[-1]["memory"], 200, "MiB")
    per_page = [figure["seconds"] / figure["pages"] for figure in figures]
    told("a page of 60 / a page of 10", per_page[-1] / per_page[0], 1.2, "×")
