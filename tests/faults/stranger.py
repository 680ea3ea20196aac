"""Somebody who gives the program files of his own making, and what must come of each."""

import re
import shutil

SENTENCE = re.compile(r"[A-Z“][^\n<>]{15,400}\.")
ENGLISH = re.compile(
    r"\b(error|exception|failed|invalid|the|not found|unexpected)\b", re.IGNORECASE
)
NAMES = {
    "spreadsheet": "daftar_pd.xlsx",
    "backup": "konfkasus-2026-11-23-0815.kkbackup",
    "key_file": "kunci.json",
    "attempts": "percobaan.json",
    "transfer": "konfkasus-pindahan.kktransfer",
    "logo": "logo.png",
    "scan": "pindaian",
}


class Stranger:
    """Gives files to ``server``, each under the name that it would have."""

    def __init__(self, server, folder, archive):
        self._server = server
        self._folder = folder
        self._archive = archive

    def give(self, kind, content, *, measured=False):
        """What the program answers to ``content``."""
        folder = self._folder / kind
        folder.mkdir(exist_ok=True)
        if kind in ("key_file", "attempts") and not (folder / "arsip.kkdb").exists():
            shutil.copy(self._archive, folder / "arsip.kkdb")
        path = folder / NAMES[kind]
        path.write_bytes(content)
        self._server.ask(kind=kind, path=str(path), measured=measured)
        answer = self._server.answer()
        path.unlink(missing_ok=True)
        return answer


def assert_clear(answer):
    """The file was taken, or refused in a sentence for the counselor."""
    assert answer is not None, "no answer in time"
    assert "crashed" not in answer, answer["crashed"]
    sentence = answer.get("refused")
    if sentence is not None:
        assert SENTENCE.fullmatch(sentence), sentence
        assert not ENGLISH.search(sentence), sentence
        assert "/" not in sentence, "no path is shown"
