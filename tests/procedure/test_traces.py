from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.procedure.audit import Deed, Subject, deeds_about, deeds_said
from konfkasus_gui.procedure.planning import Bookmark, DataItem
from konfkasus_gui.procedure.traces import TOLD_OTHERWISE, TRACED, UNTOLD, trace_of
from konfkasus_gui.procedure.vocabulary import Aspect


def test_of_each_kind_of_value_it_is_settled_what_the_history_says():
    settled = [*TRACED, *TOLD_OTHERWISE, *UNTOLD]
    assert set(settled) == set(TABLE_OF)
    assert len(settled) == len(set(settled))


def test_a_line_names_the_kind_and_not_what_was_typed():
    item = DataItem(case_id=1, aspect=Aspect.ATTENDANCE, text="Bayu Rekaan")
    assert trace_of(item) == "himpunan data"
    assert trace_of(Bookmark(conference_id=1, stage=None)) == ""


def test_each_deed_is_about_one_subject():
    told = [deed for subject in Subject for deed in deeds_about(subject)]
    assert sorted(told, key=list(Deed).index) == list(Deed)


def test_deeds_are_found_by_their_words():
    assert deeds_said("SEBAGAI PDF") == (Deed.SAVED,)
    assert Deed.PRINTED in deeds_said("dicetak")
    assert deeds_said("  ") == ()
