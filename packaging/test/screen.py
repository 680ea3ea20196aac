"""What a person at the screen does: looks for a window, types, waits, and takes a picture."""

import os
import subprocess
import time
from contextlib import contextmanager

from machines import PICTURES, called

PATIENCE = 180
"""Seconds: a busy machine under Wine is slow, and waiting ends as soon as the fact is there."""


def until(fact, what):
    """Wait until ``fact()`` is true, and give it back."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = fact()
        if found:
            return found
        time.sleep(0.3)  # noqa: TID251 - the program is another process and tells nobody
    raise AssertionError(f"waited {PATIENCE} s for {what}")


class Screen:
    def __init__(self, display):
        self.environment = {**os.environ, "DISPLAY": display}

    def windows(self, name):
        """The ids of the windows that are seen and have ``name`` in their title."""
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.split()

    def window(self, name):
        return until(lambda: self.windows(name), f"the window {name}")[-1]

    def press(self, *keys):
        called("xdotool", "key", "--delay", "60", *keys, env=self.environment)

    def type(self, words):
        called("xdotool", "type", "--delay", "40", words, env=self.environment)

    def focus(self, window):
        called("xdotool", "windowfocus", window, env=self.environment)

    def size(self, window):
        lines = called("xdotool", "getwindowgeometry", "--shell", window, env=self.environment)
        numbers = dict(line.split("=") for line in lines.split())
        return int(numbers["WIDTH"]), int(numbers["HEIGHT"])

    def picture(self, name):
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        called("import", "-window", "root", path, env=self.environment)
        return path


@contextmanager
def running(command, **options):
    """A program of its own beside the test, ended with it."""
    process = subprocess.Popen(
        list(map(str, command)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **options,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(PATIENCE)
