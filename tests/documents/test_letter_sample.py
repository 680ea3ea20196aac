from dataclasses import replace

import pytest

from konfkasus_gui.documents.letter_sample import letter_sample
from konfkasus_gui.procedure.letter_texts import NAMING_FIELDS, LetterText, Passage
from konfkasus_gui.procedure.school import Wording
from konfkasus_gui.procedure.vocabulary import Paper

UNSEEN = {Passage.POSTPONED_BLANK, Passage.POSTPONED_LATER, Passage.REFERRAL_DECIDED}


def drawn(full, letter, *wordings):
    return letter_sample(letter, full.school, full.counselor, wordings, full.dated)


@pytest.mark.parametrize("passage", [one for one in Passage if one not in UNSEEN])
def test_a_sample_shows_each_text_of_its_letter(passage, full, read):
    own = Wording(key=passage.value, text="Kalimat sekolah kami sendiri.")
    assert "Kalimat sekolah kami sendiri." in " ".join(read(drawn(full, passage.letter, own)))


@pytest.mark.parametrize("letter", LetterText)
def test_a_sample_is_about_nobody(letter, full, read):
    text = " ".join(read(drawn(full, letter)))
    for name in (full.student.name, *(guest.name for guest in full.plan.participants)):
        assert name not in text
    if not any(passage.fields & NAMING_FIELDS for passage in letter.passages):
        pages = read(drawn(full, letter))
        assert not any("Nama Siswa" in page for page in pages if "KK-" in page)


def test_a_sample_is_drawn_on_the_schools_own_paper(full, read):
    school = replace(full.school, paper=Paper.CUSTOM, logo_left=None, logo_right=None)
    assert read(letter_sample(LetterText.REFERRAL, school, full.counselor, (), full.dated))
