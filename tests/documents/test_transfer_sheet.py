from io import BytesIO

from pypdf import PdfReader

from konfkasus_gui.documents.transfer_sheet import transfer_sheet

GROUPS = ("badulo", "citapu", "nasuro", "wimali")


def test_the_sheet_says_the_groups_in_order_and_how_to_hand_them_over():
    content = transfer_sheet("SMP Negeri 1 Sukamaju", GROUPS)
    assert content == transfer_sheet("SMP Negeri 1 Sukamaju", GROUPS)
    [page] = PdfReader(BytesIO(content)).pages
    text = page.extract_text()
    places = [text.index(group) for group in GROUPS]
    assert places == sorted(places)
    assert "terpisah dari berkas" in text
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
