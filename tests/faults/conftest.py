import json
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL, SIGXFSZ

import pytest

ROOT = Path(__file__).parents[2]


class Mains:
    """Does deeds in processes whose current can be cut."""

    def __init__(self, child):
        self._child = child

    def calls(self, deed, *arguments):
        """Do the whole deed; the calls in it that may touch the disk."""
        code, calls = self._ask(deed, arguments, cut=0, room=None)
        assert code == 0
        return calls

    def cut(self, deed, *arguments, before):
        """Cut the current before the call with this number, counted from 1."""
        code, calls = self._ask(deed, arguments, cut=before, room=None)
        assert (code, len(calls)) == (-SIGKILL, before - 1)

    def tear(self, deed, *arguments, beyond):
        """Cut the current while the archive is written beyond so many bytes; whether it was."""
        code, _calls = self._ask(deed, arguments, cut=0, room=beyond)
        assert code in (0, -SIGXFSZ)
        return code != 0

    def _ask(self, deed, arguments, *, cut, room):
        asked = {"deed": deed, "arguments": arguments, "cut": cut, "room": room}
        self._child.stdin.write(json.dumps(asked) + "\n")
        self._child.stdin.flush()
        return json.loads(self._child.stdout.readline())


@pytest.fixture(scope="session")
def mains():
    """The current of another process."""
    command = [sys.executable, "-m", "tests.faults.power_cut"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as child:
        yield Mains(child)
        child.stdin.close()
