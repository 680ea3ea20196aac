"""A Windows of its own for the tests: a new prefix under Wine with the shims in it."""

import os
import shutil
import subprocess
import time

from machines import BUILD, ROOT, called
from screen import running, until

WORDS = ROOT / "packaging" / "windows" / "wine.sh"


class Windows:
    """Runs programs in the prefix; paths of Windows are told as strings, those here as paths."""

    def __init__(self, display):
        self.prefix = BUILD / "prefix"
        BUILD.mkdir(parents=True, exist_ok=True)
        self.environment = {**os.environ, "DISPLAY": display, "WINEPREFIX": str(self.prefix)}
        shutil.rmtree(self.prefix, ignore_errors=True)
        told = BUILD / "environment"
        script = f'here="{ROOT}/packaging"; . "{WORDS}"; make_prefix; env -0 >"{told}"'
        called("bash", "-euc", script, env=self.environment)
        pairs = [pair.partition("=") for pair in told.read_text("utf-8").split("\0") if pair]
        self.environment.update({name: value for name, _equal, value in pairs})
        self.drive = self.prefix / "drive_c"
        [person] = [
            path for path in (self.drive / "users").iterdir() if path.name.lower() != "public"
        ]
        self.home = person
        self.programs = person / "AppData" / "Local" / "Programs" / "KonfKasus"
        self.data = person / "AppData" / "Roaming" / "KonfKasus"

    def run(self, *command):
        """The exit code of a program, and what it wrote."""
        done = subprocess.run(
            ["wine", *map(str, command)],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        return done.returncode, done.stdout

    def batch(self, line):
        """Run ``line`` as a file of commands: Wine would put quotes where NSIS wants none."""
        script = self.drive / "uji.bat"
        words = f"@echo off\r\n{line}\r\nexit %ERRORLEVEL%\r\n"
        script.write_bytes(words.encode("cp437"))  # the letters that a console begins with
        return self.run("cmd", "/c", r"C:\uji.bat")

    def running(self, *command):
        return running(["wine", *command], env=self.environment)

    def registry(self, key, name=None):
        """What stands under ``key`` in HKEY_CURRENT_USER; empty where there is nothing."""
        which = ["/v", name] if name else ["/ve"]
        code, words = self.run("reg", "query", f"HKCU\\{key}", *which)
        if code:
            return ""
        [line] = [line for line in words.splitlines() if "REG_" in line]
        return line.split("    ")[-1].strip()

    def settle(self):
        """Wait until no program runs any more."""
        called("wineserver", "--wait", env=self.environment)

    def uninstall(self, *more):
        """Run the uninstaller, which goes on in a copy of its own, until it is through."""
        self.run(self.programs / "uninstall.exe", *more)
        until(lambda: not (self.programs / "uninstall.exe").exists(), "the uninstaller")
        time.sleep(1)  # noqa: TID251 - its copy still empties the registry
        self.settle()
