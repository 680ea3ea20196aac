"""Processes of their own for the proofs, with nothing of ours around them and a home of theirs."""

import json
import os
import select
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 50  # seconds for one answer
PLACES = {
    "HOME": "",
    "TMPDIR": "tmp",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}
"""Where a process may leave something behind, below its home."""


def surroundings(home):
    """The environment of a process that lives in ``home``, with all its places made."""
    places = {name: home / place for name, place in PLACES.items()}
    for place in places.values():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        **{name: str(place) for name, place in places.items()},
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
    }


def done_by(module, *arguments, home, timeout=PATIENCE, expected=0):
    """What the script ``module`` printed, line by line; it ends as ``expected`` within time."""
    command = [sys.executable, "-m", f"tests.faults.{module}", *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=surroundings(home),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout.splitlines()


class Server:
    """A script that reads a JSON object a line and answers with some."""

    def __init__(self, child):
        self.child = child
        self._read = b""

    def ask(self, **asked):
        """Send one line."""
        self.child.stdin.write(json.dumps(asked).encode() + b"\n")
        self.child.stdin.flush()

    def answer(self, seconds=PATIENCE):
        """The next line; None if none comes within ``seconds``."""
        while b"\n" not in self._read:
            ready, _, _ = select.select([self.child.stdout], [], [], max(0.0, seconds))
            if not ready:
                return None
            read = os.read(self.child.stdout.fileno(), 1 << 16)
            assert read, "the script has ended"
            self._read += read
        line, self._read = self._read.split(b"\n", 1)
        return json.loads(line)


@contextmanager
def serving(module, home):
    """The script ``module``, started once and asked often."""
    command = [sys.executable, "-m", f"tests.faults.{module}"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings(home), stdin=pipe, stdout=pipe, bufsize=0
    ) as child:
        yield Server(child)
        child.stdin.close()
