"""Ends deeds in other processes at a moment of one's choice, as a power cut does."""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL

from konfkasus_gui.archive.database import reading
from konfkasus_gui.archive.health import full_check
from tests.faults.children import PATIENCE


@dataclass
class Fall:
    """How far the deed had come when the process was killed."""

    ready: bool = False
    done: bool = False
    kept: dict = field(default_factory=dict)
    """What was shown as kept: the length and the CRC-32 of the text in each field."""


class Killer:
    """Lets ``server`` do deeds and kills the process that does them."""

    def __init__(self, server):
        self._server = server

    def kill(self, deed, *arguments, ready=True, after):
        """Kill ``after`` seconds, counted from when the deed is ``ready`` or from its start."""
        fall, pid = Fall(), self._begin(deed, arguments)
        if ready:
            while not fall.ready:
                self._take(fall, self._server.answer())
        end = time.monotonic() + after
        while (told := self._server.answer(end - time.monotonic())) is not None:
            self._take(fall, told)
        os.kill(pid, SIGKILL)
        while "ended" not in (told := self._server.answer()):
            self._take(fall, told)
        assert told["ended"] == -SIGKILL
        return fall

    def seconds(self, deed, *arguments):
        """How long the deed takes once it is ready, with nobody in its way."""
        fall, pid, start = Fall(), self._begin(deed, arguments), 0.0
        while not fall.done:
            self._take(fall, self._server.answer(PATIENCE))
            start = start or time.monotonic()
        passed = time.monotonic() - start
        os.kill(pid, SIGKILL)
        assert self._server.answer()["ended"] == -SIGKILL
        return passed

    def _begin(self, deed, arguments):
        plain = [str(one) if isinstance(one, Path) else one for one in arguments]
        self._server.ask(deed=deed, arguments=plain)
        return self._server.answer()["pid"]

    @staticmethod
    def _take(fall, told):
        assert told is not None, "it answers no more"
        assert "ended" not in told, "it ended by itself"
        fall.ready |= told.get("ready", False)
        fall.done |= told.get("done", False)
        if "kept" in told:
            kind, number, name, length, crc = told["kept"]
            fall.kept[kind, number, name] = length, crc


def assert_sound(path, key):
    """The archive at ``path`` opens, and passes SQLCipher's, SQLite's and our own checks."""
    with reading(path, key) as reader:
        assert reader.rows("pragma cipher_integrity_check") == []
        assert reader.rows("pragma integrity_check") == [("ok",)]
        assert reader.rows("pragma foreign_key_check") == []
    assert full_check(path, key).sound
