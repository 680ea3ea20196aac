"""Places that fail: full, read-only, taken away, closed; on a small disk of one's own, or injected.

A process may give itself a disk in memory where the system lets it; elsewhere the same faults come
from limits and permissions, so that no proof is left out.
"""

import ctypes
import os
import resource
import shutil
import signal
from pathlib import Path

SIZE = 24 << 20
NEW_NAMESPACE, NEW_USER = 0x00020000, 0x10000000  # CLONE_NEWNS, CLONE_NEWUSER (unshare(2))
READ_ONLY, REMOUNT, PRIVATE, EVERYWHERE = 1, 32, 1 << 18, 16384  # MS_… (mount(2))
MOVE = 8192  # MS_MOVE
SPARE = 16  # bytes

_system = ctypes.CDLL(None, use_errno=True)


def may_mount():
    """Whether this process now has mounts of its own, which nobody else sees."""
    user, group = os.geteuid(), os.getegid()
    if _system.unshare(NEW_NAMESPACE):
        if _system.unshare(NEW_NAMESPACE | NEW_USER):
            return False
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    return not _system.mount(b"none", b"/", None, PRIVATE | EVERYWHERE, None)


class Injected:
    """A folder whose faults are limits and permissions."""

    def __init__(self, folder):
        self.folder = folder
        self._modes = {}
        folder.mkdir()

    def fill(self):
        """No file grows any more."""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the call is refused, the process goes on
        resource.setrlimit(resource.RLIMIT_FSIZE, (SPARE, resource.RLIM_INFINITY))

    def empty(self):
        """There is room again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def protect(self):
        """Nothing may be written."""
        self._forbid(0o222)

    def close(self):
        """Nothing may be read or written, nor looked into."""
        self._forbid(0o777)

    def open(self):
        """Everything is allowed again."""
        for path, mode in self._modes.items():
            path.chmod(mode)
        self._modes = {}

    def take_away(self):
        """The place is not there any more."""
        self.folder.rename(self._elsewhere)

    def bring_back(self):
        """The place is there again, as it was."""
        if self.folder.exists():
            left = [path for path in self.folder.rglob("*") if path.is_file()]
            assert left == [], "nothing is written to where the place was"
            shutil.rmtree(self.folder)
        self._elsewhere.rename(self.folder)

    @property
    def _elsewhere(self):
        return self.folder.with_name(f"{self.folder.name} elsewhere")

    def _forbid(self, bits):
        paths = [self.folder, *sorted(self.folder.rglob("*"))]  # a folder before what is in it
        self._modes = {path: path.stat().st_mode & 0o777 for path in paths}
        for path in reversed(paths):
            path.chmod(self._modes[path] & ~bits)


class Mounted(Injected):
    """A small disk of its own."""

    def __init__(self, folder):
        super().__init__(folder)
        self._mount()

    def fill(self):
        with (self.folder / "filler").open("wb", buffering=0) as file:
            try:
                while file.write(bytes(1 << 14)):
                    pass
            except OSError:
                return

    def empty(self):
        (self.folder / "filler").unlink()

    def protect(self):
        self._remount(REMOUNT | READ_ONLY)
        self._protected = True

    def open(self):
        if getattr(self, "_protected", False):
            self._remount(REMOUNT)
            self._protected = False
        super().open()

    def take_away(self):
        """The disk is moved to where nobody looks, and its folder is removed."""
        self._elsewhere.mkdir()
        self._move(self.folder, self._elsewhere)
        self.folder.rmdir()

    def bring_back(self):
        if self.folder.exists():
            left = [path for path in self.folder.rglob("*") if path.is_file()]
            assert left == [], "nothing is written to where the disk was"
            shutil.rmtree(self.folder)
        self.folder.mkdir()
        self._move(self._elsewhere, self.folder)
        self._elsewhere.rmdir()

    def _move(self, source, target):
        if _system.mount(str(source).encode(), str(target).encode(), None, MOVE, None):
            raise OSError(ctypes.get_errno(), "move")

    def _mount(self):
        size = f"size={SIZE},mode=700".encode()
        if _system.mount(b"tmpfs", str(self.folder).encode(), b"tmpfs", 0, size):
            raise OSError(ctypes.get_errno(), "mount")

    def _remount(self, flags):
        if _system.mount(None, str(self.folder).encode(), None, flags, None):
            raise OSError(ctypes.get_errno(), "remount")


FAULTS = {
    "full": ("fill", "empty"),
    "read-only": ("protect", "open"),
    "denied": ("close", "open"),
    "gone": ("take_away", "bring_back"),
}
"""What happens to a place, and what makes it good again."""
