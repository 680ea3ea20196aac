from konfkasus_gui.documents.forms import Choice, choices, choices_in_line, fill_in
from konfkasus_gui.documents.paper import Sheet, page_of, pages
from konfkasus_gui.procedure.school import School
from konfkasus_gui.procedure.vocabulary import Paper

A4 = page_of(School(name="Sekolah"), Paper.A4)


def drawn(*parts):
    return pages([Sheet(parts=parts)], page=A4, author="Sekolah", title="Formulir")


def test_what_is_known_is_printed_and_the_rest_is_left_to_the_hand(read):
    [page] = read(
        drawn(
            fill_in("Nama:", 300, "Ratna"),
            fill_in("Alamat:", 300, lines=3),
            fill_in("Kalimat yang hampir selebar lembarnya dan tidak menyisakan tempat:", 300),
        )
    )
    assert "Nama: Ratna Alamat: Kalimat yang hampir" in page


def test_every_choice_has_its_words(read):
    offered = [Choice("setuju"), Choice("kecuali:", line=True), Choice("sebab:", True, "sakit")]
    [page] = read(
        drawn(choices(offered, 300), choices_in_line("Saya", ["hadir", "tidak hadir"], 300))
    )
    assert page == "setuju kecuali: sebab: sakit Saya hadir tidak hadir"
