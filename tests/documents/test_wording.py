from konfkasus_gui.documents.letter import honoured, place_and_date
from konfkasus_gui.documents.recovery import recovery_sheet
from konfkasus_gui.documents.wording import capital, enumerated, inside, listed, sentence


def test_words_are_listed_as_in_a_sentence():
    assert [listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a dan b",
        "a, b, dan c",
    ]


def test_typed_words_fit_into_a_sentence():
    assert capital(" guru IPA ") == "Guru IPA"
    assert inside("Keterangan guru") == "keterangan guru"
    assert inside("IPA dan IPS") == "IPA dan IPS"
    assert sentence("selesai ") == "selesai."
    assert sentence("selesai?") == "selesai?"


def test_typed_sentences_are_enumerated_with_one_stop():
    assert enumerated(["Waktu tidur.", "Cara belajar"]) == "waktu tidur; cara belajar."
    assert enumerated(["Mengapa terlambat?"]) == "mengapa terlambat?"
    assert enumerated(["Waktu tidur.", "Tugas, dll."]) == "waktu tidur; tugas, dll."


def test_a_person_is_addressed_once():
    assert honoured("Ratna") == "Bapak/Ibu Ratna"
    assert honoured("Bapak Slamet") == "Bapak Slamet"
    assert honoured("Budi Santoso") == "Bapak/Ibu Budi Santoso"
    assert honoured("").startswith("Bapak/Ibu ……")


def test_an_unknown_place_or_day_is_left_to_the_hand(full):
    assert place_and_date("Sukamaju", full.dated) == "Sukamaju, 24 November 2026"
    assert place_and_date("", full.dated) == "24 November 2026"
    assert place_and_date("", None).startswith("……")


def test_the_recovery_sheet_has_every_group_in_order_and_its_number(read):
    groups = [f"{letter}a{letter}e{letter}o" for letter in "bcdfghjk"]
    [page] = read(recovery_sheet("SMP Negeri 1 <Sukamaju>", groups))
    places = [page.index(f"{number} {group}") for number, group in enumerate(groups, 1)]
    assert places == sorted(places)
    assert "SMP Negeri 1 <Sukamaju>" in page
    assert recovery_sheet("A", groups) == recovery_sheet("A", groups)
