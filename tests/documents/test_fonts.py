from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from konfkasus_gui.documents import fonts
from konfkasus_gui.documents.paper import bold, text
from konfkasus_gui.documents.papers import build
from konfkasus_gui.procedure.vocabulary import DocumentKind


def test_typed_markup_stays_text():
    assert fonts.markup("<b>&</b>") == "&lt;b&gt;&amp;&lt;/b&gt;"
    assert text("<b>&</b>").getPlainText() == "<b>&</b>"


def test_lines_stay_lines_and_odd_spaces_become_spaces():
    assert fonts.markup("a\tb\r\nc\u2028d") == "a b<br/>c<br/>d"


def test_what_no_font_has_is_seen_to_be_missing():
    assert fonts.markup("😀\u200d\ufe0f م") == "□ □"
    assert fonts.plain("ke 😀\u200b") == "ke □"
    assert fonts.markup("ē ṣ “kutip” – ½ 한") == "ē ṣ “kutip” – ½ □"
    assert fonts.markup("e\u0301") == "é"


def test_what_only_the_other_family_has_is_drawn_in_it():
    only_sans = fonts._characters(fonts.SANS) - fonts._characters(fonts.SERIF)
    for number in sorted(only_sans)[:5]:
        assert "LiberationSans" in fonts.markup(chr(number)) or not fonts._drawable(chr(number))


@given(st.text(max_size=80))
def test_any_text_can_be_drawn(typed):
    for paragraph in (text(typed), bold(typed)):
        paragraph.wrap(200, 1000)
    known = fonts._characters(fonts.SERIF)
    assert all(ord(character) in known for character in fonts.plain(typed))


def test_a_lone_surrogate_and_control_characters_do_not_stop_a_paper(full, read):
    student = replace(full.student, name="Anisa \ud800\x00\x07Rahmawati 😀")
    [page] = read(build(DocumentKind.CLIENT_CONSENT, replace(full, student=student)))
    assert "Anisa □Rahmawati □" in page


def test_what_was_measured_is_forgotten_with_the_paper(full):
    build(DocumentKind.INVITATION, full)
    assert pdfmetrics.getFont(f"{fonts.SERIF}-Regular").widths == {}
