from dataclasses import replace
from datetime import date

import pytest

from konfkasus_gui.documents.papers import build, build_blank
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper

KIND = DocumentKind.DESTRUCTION


def test_the_day_stands_in_words_and_two_witnesses_sign(full, read):
    [page] = read(build(KIND, replace(full, dated=date(2026, 11, 21))))
    assert "Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam" in page
    assert "Disaksikan oleh: No Nama saksi Jabatan Tanda tangan 1 1. 2 2." in page


def test_the_case_stands_by_its_code_and_its_days(full, read):
    case = replace(full.plan.case, closed_on=date(2027, 5, 24))
    [page] = read(build(KIND, replace(full, plan=replace(full.plan, case=case))))
    assert "Kode kasus : KK-2026-014 Dibuka, ditutup : 20 November 2026, 24 Mei 2027" in page
    assert "terlambat" not in page


@pytest.mark.parametrize("paper", Paper)
def test_the_blank_minutes_have_lines_boxes_and_rows(full, paper, read):
    text = " ".join(read(build_blank(KIND, full.school, paper)))
    assert "Pada hari ini, ………" in text
    assert "lainnya:" in text
    assert text.count("(………") == 2
