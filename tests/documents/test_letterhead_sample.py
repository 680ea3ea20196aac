from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from konfkasus_gui.documents.letterhead_sample import letterhead_sample
from konfkasus_gui.procedure.vocabulary import Paper


def page_of(school):
    [page] = PdfReader(BytesIO(letterhead_sample(school))).pages
    return page


def test_the_sample_is_one_page_as_wide_as_the_paper_and_as_high_as_the_head(full):
    width, height = (float(side) for side in page_of(full.school).mediabox[2:])
    assert round(width * 25.4 / 72) == 215
    assert height < width
    assert round(float(page_of(replace(full.school, paper=Paper.A4)).mediabox[2])) == 595


def test_the_sample_grows_with_a_long_letterhead(full):
    school = replace(full.school, authority="\n".join(["PEMERINTAH DAERAH"] * 60))
    assert page_of(school).mediabox[3] > page_of(full.school).mediabox[3]
    assert page_of(school).extract_text().count("PEMERINTAH DAERAH") == 60


def test_what_was_typed_is_never_read_as_markup(full):
    assert "<B>SMP</B>" in page_of(replace(full.school, name="<b>SMP</b>")).extract_text()
