import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from konfkasus_gui.procedure.letter_texts import (
    NAMING_FIELDS,
    LetterField,
    LetterText,
    Passage,
)
from konfkasus_gui.procedure.school import Wording
from konfkasus_gui.procedure.wording import LONGEST, WordingInvalid, filled, problems, text_of

CODED = (
    LetterText.INVITATION_SCHOOL,
    LetterText.INVITATION_OUTSIDE,
    LetterText.POSTPONEMENT,
    LetterText.CANCELLATION,
)
PIECES = ("{kelas}", "{tempat}", "{}", "{x}", "{", "}", "[", "]", "kata ", "{tempat")
some_text = some.lists(some.sampled_from(PIECES), max_size=9).map("".join)
some_value = some.text(max_size=12)


def say(text, **values):
    known = {LetterField(name): value for name, value in values.items()}
    return filled(text, known, dots="……")


@pytest.mark.parametrize("passage", Passage)
def test_the_programs_own_texts_have_no_problem(passage):
    assert problems(passage.text, passage) == ()
    assert passage in passage.letter.passages


@pytest.mark.parametrize("passage", Passage)
def test_the_programs_own_texts_leave_no_brace_and_no_double_blank(passage):
    every = {field: f"<{field.value}>" for field in LetterField}
    for values in (every, {}):
        written = filled(passage.text, values, dots="……")
        assert not set("{}[]") & set(written)
        assert "  " not in written
        assert " ," not in written


@pytest.mark.parametrize("letter", CODED)
def test_a_letter_that_shows_the_code_is_not_offered_the_childs_name_or_class(letter):
    for passage in letter.passages:
        assert not NAMING_FIELDS & passage.fields
        [refused] = problems("Ananda {nama_siswa}", passage)
        assert refused.startswith("{nama_siswa} tidak dipakai di sini")


def test_a_letter_that_names_the_child_is_not_offered_the_code_of_the_case():
    for passage in Passage:
        both = LetterField.CASE_CODE in passage.fields and NAMING_FIELDS & passage.fields
        assert not both


def test_fields_are_filled_and_dots_stand_for_what_is_not_known():
    assert say("Ruang {tempat}, kelas { kelas }.", tempat=" BK ") == "Ruang BK, kelas ……."


def test_a_part_in_brackets_goes_with_its_fields():
    text = "Bapak/Ibu[ selaku {jabatan} {lembaga}] untuk hadir"
    assert say(text, jabatan="guru", lembaga="SMP") == "Bapak/Ibu selaku guru SMP untuk hadir"
    assert say(text, jabatan="guru", lembaga=" ") == "Bapak/Ibu untuk hadir"


def test_what_people_typed_is_never_read_as_a_field():
    assert say("Di {tempat}", tempat="{kelas} [1]") == "Di {kelas} [1]"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{xyz}", "{xyz} tidak dikenal."),
        ("{tempatt}", "{tempatt} tidak dikenal. Mungkin maksudnya {tempat}."),
        ("{bidang}", "{bidang} tidak tersedia untuk surat ini."),
        ("{ }", "Kurung kurawal {} belum berisi nama isian."),
        ("a { b", "Tanda { belum berpasangan."),
        ("a } b", "Tanda } belum berpasangan."),
        ("a [ {tempat}", "Tanda [ belum berpasangan."),
        ("{tempat} ]", "Tanda ] belum berpasangan."),
        ("[a [{tempat}]", "Tanda [ belum berpasangan."),
        ("[tanpa isian]", "Bagian dalam kurung siku perlu memuat isian dalam kurung kurawal."),
        ("x" * (LONGEST + 1), "Teks ini terlalu panjang. Paling banyak 4000 huruf."),
    ],
)
def test_each_problem_is_named_in_a_sentence(text, sentence):
    assert problems(text, Passage.FAMILY_OPENING) == (sentence,)


def test_every_unknown_field_is_named_once():
    found = problems("{satu} {dua} {satu} {", Passage.FAMILY_OPENING)
    assert len(found) == 3
    assert "{satu}" in found[0]
    assert "{dua}" in found[1]


@given(some_text)
def test_a_text_is_filled_exactly_when_nothing_is_wrong_with_it(text):
    wrong = problems(text, Passage.FAMILY_OPENING)
    if wrong:
        with pytest.raises(WordingInvalid):
            filled(text, {}, dots="……")
    else:
        assert not set("{}[]") & set(filled(text, {}, dots="……"))


@given(some_text, some_value, some_value)
def test_a_filled_text_is_made_of_its_words_and_values_alone(text, place, class_name):
    if problems(text, Passage.FAMILY_OPENING):
        return
    written = say(text, tempat=place, kelas=class_name)
    bare = re.sub(r"\[[^\]]*\]", "", text)
    for word in ("kata",):
        assert written.count(word) >= bare.count(word)
    if "{" not in text:
        assert written == text.strip()


@given(some.text())
def test_any_text_is_either_filled_or_explained(text):
    wrong = problems(text, Passage.SCHOOL_NOTE)
    if not wrong:
        filled(text, {}, dots="……")
    assert all(sentence.endswith(".") for sentence in wrong)


def test_the_schools_text_stands_in_place_of_the_programs():
    own = Wording(key=Passage.FAMILY_CLOSING.value, text="Terima kasih, {nama_penerima}.")
    other = Wording(key=Passage.FAMILY_NOTE.value, text="Bukan ini.")
    assert text_of(Passage.FAMILY_CLOSING, [other, own]) == own.text
    assert text_of(Passage.FAMILY_CLOSING, [other]) == Passage.FAMILY_CLOSING.text


def test_a_text_that_cannot_be_printed_gives_way_to_the_programs():
    broken = Wording(key=Passage.SCHOOL_OPENING.value, text="Tentang {nama_siswa}")
    assert text_of(Passage.SCHOOL_OPENING, [broken]) == Passage.SCHOOL_OPENING.text


def test_a_text_may_be_empty():
    empty = Wording(key=Passage.FAMILY_NOTE.value)
    assert text_of(Passage.FAMILY_NOTE, [empty]) == ""
