import inspect

import pytest

from konfkasus_gui.procedure import vocabulary
from konfkasus_gui.procedure.word import Word

KINDS = [kind for _name, kind in inspect.getmembers(vocabulary, inspect.isclass)]
WORDS = [kind for kind in KINDS if issubclass(kind, Word) and kind is not Word]


@pytest.mark.parametrize("kind", WORDS)
def test_each_word_has_a_code_and_a_label_of_its_own(kind):
    assert len({word.label for word in kind}) == len(kind)
    assert all(word.label and word.title[0].isupper() for word in kind)
    assert all("," not in word.value for word in kind), "codes are kept with commas between"


def test_a_code_reads_as_its_word():
    assert vocabulary.Group("decides") is vocabulary.Group.DECIDES
    assert vocabulary.Group.DECIDES.title == "Penentu"
