from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konfkasus_gui.procedure.identity import IdentityCheck, People, Whose, nicknames, of_its_own
from konfkasus_gui.procedure.name_words import COMMON
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import Relation

CODE = "KK-2026-014"
CLIENT = Student(
    name="Anisa Rahmawati (Nisa)",
    nisn="0099999901",
    nipd="2324",
    address="Jl. Melati No. 5, RT 03/RW 02, Sukamaju",
    phone="0812-3456-7890",
)
MOTHER = Guardian(
    student_id=1, relation=Relation.MOTHER, name="Ratna Wulandari", phone="+62 813 9999 8888"
)
PEOPLE = People(
    code=CODE,
    client=CLIENT,
    guardians=(MOTHER,),
    students=("Dimas Prasetyo", "Bunga", "Rizal", "Siti Nur Halimah"),
    adults=("Dra. Siti Aminah", "Hendra Gunawan, S.Pd."),
)
CHECK = IdentityCheck(PEOPLE)


def found(text, check=CHECK):
    return [(one.found, one.instead, one.certain) for one in check([text])]


@pytest.mark.parametrize(
    "words",
    [
        "Anisa Rahmawati",
        "ANISA RAHMAWATI",
        "anisa  rahmawati",
        "Anisa-Rahmawati",
        "Ánisa Rahmawati",
        "anisarahmawati",
        "Anisa Rahmawatinya",
        "Anisa",
        "anisa",
        "anisanya",
        "Anisalah",
        "Anisa-nya",
        "Rahmawati",
        "Nisa",
        "Ani\u200bsa",
    ],
)
def test_every_form_of_the_clients_name_is_found_and_the_code_is_offered(words):
    [one] = CHECK([f"Kemarin {words} terlambat. Lalu ia pulang."])
    assert (one.whose, one.instead, one.certain) == (Whose.CLIENT, CODE, True)
    assert one.sentence.endswith("terlambat.")
    assert "pulang" not in one.sentence


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("0099999901", CODE),
        ("009 9999 901", CODE),
        ("Jalan Melati Nomor 5", "alamat konseli"),
        ("jl melati no 5, rt 03/rw 02, Sukamaju", "alamat konseli"),
        ("081234567890", "nomor telepon konseli"),
        ("+62 812 3456 7890", "nomor telepon konseli"),
        ("Ratna Wulandari", "orang tua/wali"),
        ("0813-9999-8888", "nomor telepon orang tua/wali"),
        ("Dimas Prasetyo", "D. P."),
        ("siti nur halimahnya", "S. N. H."),
    ],
)
def test_numbers_addresses_and_other_people_are_found(words, instead):
    assert found(f"Catatan: {words}, kemarin.") == [(words, instead, True)]


@pytest.mark.parametrize(
    ("words", "name"),
    [("Dewi", "Dewi Kirana"), ("indah", "Indah Puspa Kirana"), ("Putri", "Kirana Putri")],
)
def test_a_name_that_is_an_ordinary_word_is_doubtful_alone_and_certain_as_a_whole(words, name):
    check = IdentityCheck(People(code=CODE, client=Student(name=name)))
    assert found(f"Lalu {words} datang.", check) == [(words, CODE, False)]
    assert found(f"Lalu {name} datang.", check) == [(name, CODE, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Dra. Siti Aminah hadir.",
        "Hendra Gunawan, S.Pd. hadir.",
        "Bunga mawar mekar.",
        "Konseli menganisai kertas dan rahmat.",
        "Nomor 23241 dan 100999999012.",
        "Siti dan Dimas, juga Prasetyo, hadir.",
        "",
    ],
)
def test_adults_and_words_that_only_look_alike_are_left_in_peace(text):
    assert found(text) == []


def test_a_short_number_and_a_single_name_of_another_student_are_doubtful():
    assert found("Nomor 2324 duduk dengan Rizal, bukan rizal.") == [
        ("2324", CODE, False),
        ("Rizal", "R.", False),
    ]


def test_a_name_shared_with_an_adult_is_doubtful():
    people = People(
        code=CODE, client=Student(name="Siti Maharani"), adults=("Dra. Siti Aminah", "Maharani")
    )
    check = IdentityCheck(people)
    assert found("Siti datang, lalu Maharani.", check) == [
        ("Siti", CODE, False),
        ("Maharani", CODE, False),
    ]
    assert found("Siti Maharani datang.", check) == [("Siti Maharani", CODE, True)]


def test_after_a_title_a_single_name_is_rather_an_adults():
    assert found("Menurut Bu Anisa begitu.") == [("Anisa", CODE, False)]
    assert found("Menurut Ibu Anisa Rahmawati begitu.") == [("Anisa Rahmawati", CODE, True)]


def test_a_teacher_with_the_clients_name_makes_it_doubtful():
    people = People(code=CODE, client=CLIENT, adults=("Anisa Rahmawati, S.Pd.",))
    assert [one[2] for one in found("Anisa Rahmawati hadir.", IdentityCheck(people))] == [False]


def test_where_the_client_may_be_named_only_other_students_are_looked_for():
    check = IdentityCheck(People(code=CODE, students=("Dimas Prasetyo",)))
    assert found("Anisa Rahmawati duduk dengan Dimas Prasetyo.", check) == [
        ("Dimas Prasetyo", "D. P.", True)
    ]


def test_what_a_paper_says_of_its_own_accord_tells_nobody():
    check = IdentityCheck(People(code=CODE, client=Student(name="Kasih Ayu")))
    letter = check(["Atas kerja samanya kami ucapkan terima kasih.", "Menurut kasih, ia rajin."])
    hollow = check(["Atas kerja samanya kami ucapkan terima kasih.", "x"])
    assert [one.sentence for one in of_its_own(letter, hollow)] == ["Menurut kasih, ia rajin."]


SYLLABLES = st.sampled_from(["ra", "ki", "tu", "mo", "jen", "sil", "dar", "wes", "fau", "yon"])
NAME_WORD = (
    st.lists(SYLLABLES, min_size=2, max_size=4).map("".join).filter(lambda word: word not in COMMON)
)
ENDINGS = st.sampled_from(["", "nya", "-nya", "lah", "pun", "'s"])
SPELLING = st.sampled_from([str.lower, str.upper, str.capitalize])
FILLER = st.lists(st.sampled_from(["hari", "itu", "belajar", "di", "kelas", "pagi"]), max_size=8)


@given(
    name=st.lists(NAME_WORD, min_size=1, max_size=3, unique=True),
    ending=ENDINGS,
    spell=SPELLING,
    before=FILLER,
    after=FILLER,
    pick=st.data(),
)
def test_whole_or_part_in_any_form_is_found_and_nothing_else(
    name, ending, spell, before, after, pick
):
    check = IdentityCheck(People(code=CODE, client=Student(name=" ".join(name).title())))
    for words in (" ".join(name), pick.draw(st.sampled_from(name))):
        text = " ".join([*before, spell(words) + ending, *after])
        [one] = check([text])
        assert one.certain
        assert one.found.casefold().startswith(words)
        assert one.found in one.sentence
    assert not check([" ".join(before + after)])


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_text_is_looked_through_and_each_find_stands_in_it(texts):
    for one in CHECK(texts):
        assert one.found
        assert one.instead


def test_ten_thousand_words_against_a_thousand_students_take_well_under_a_second():
    parts = ["ra", "ki", "tu", "mo", "jen", "sil", "dar", "wes", "fau", "yon"]
    words = [a + b + c for a in parts for b in parts for c in parts]
    students = tuple(f"{a} {b}".title() for a, b in zip(words, words[7:] + words[:7], strict=True))
    text = " ".join(words * 10)
    began = process_time()
    check = IdentityCheck(People(code=CODE, client=CLIENT, students=students))
    assert len(check([text])) == 0
    assert len(check([f"{text} {students[3]} {text}"])) == 1
    assert process_time() - began < 0.9


def test_a_text_can_be_marked_where_it_tells():
    text = "😀 Nisanya dan A\u0301nisa, Dimas Prasetyo (0099999901)."
    assert [(text[start:end], one.whose) for start, end, one in CHECK.marks(text)] == [
        ("Nisanya", Whose.CLIENT),
        ("A\u0301nisa", Whose.CLIENT),
        ("Dimas Prasetyo", Whose.STUDENT),
        ("0099999901", Whose.CLIENT),
    ]
    assert CHECK.marks("Ia pulang.") == ()


def test_a_student_may_have_several_nicknames():
    student = Student(name="Anisa Rahmawati", nickname="Ica, Nisul ; ")
    assert nicknames(student) == ("Ica", "Nisul")
    check = IdentityCheck(People(code=CODE, client=student, nicknames=nicknames(student)))
    assert found("Lalu nisul pulang.", check) == [("nisul", CODE, True)]
