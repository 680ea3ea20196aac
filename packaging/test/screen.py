"""What a person at the screen does: looks for a window, types, waits, and takes a picture."""

import os
import subprocess
import time
from contextlib import contextmanager

from machines import PICTURES, called

PATIENCE = 180
"""Seconds: a busy machine under Wine is slow, and waiting ends as soon as the fact is there."""


UNLOCKING = 1024
"""Pixels: how wide the window is that asks for the passphrase; that of the archive is wider."""


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

    def width(self, window):
        """Pixels; 0 for a window that went away."""
        done = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", window],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return int(dict(line.split("=") for line in done.stdout.split()).get("WIDTH", 0))

    def unlock(self, passphrase):
        """Type ``passphrase`` into the window that asks for it, and wait for the open archive."""
        self.focus(self.window("KonfKasus"))
        self.type(passphrase)
        self.press("Return")
        self.focus(until(self._opened, "the open archive"))

    def _opened(self):
        """The window of the archive once it stands alone; empty until then."""
        found = self.windows("KonfKasus")
        return found[0] if len(found) == 1 and self.width(found[0]) > UNLOCKING else ""

    def lock(self):
        """Lock by the keys, and wait for the window that asks again."""
        self.press("ctrl+l")
        until(
            lambda: [self.width(one) for one in self.windows("KonfKasus")] == [UNLOCKING],
            "the window that asks again",
        )

    def picture(self, name):
        """What is on the screen once it rests."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        before, path = PICTURES / "now.ppm", PICTURES / f"{name}.png"

        def rests():
            earlier = before.read_bytes() if before.exists() else b""
            called("import", "-window", "root", before, env=self.environment)
            return before.read_bytes() == earlier

        before.unlink(missing_ok=True)
        until(rests, "a screen that rests")
        called("convert", before, path)
        before.unlink()
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
