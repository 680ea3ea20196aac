"""Wrong passphrases since the archive was last opened: their times, in a file without names.

It slows down who tries at this PC. Who copies the key file elsewhere is slowed down by Argon2id
alone.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path

from konfkasus_gui.archive.files import disk_faults_told, replace_file
from konfkasus_gui.procedure.patience import left_to_wait

MOST = 100
"""Times that are kept; the wait has long reached its longest by then."""
SIZE_LIMIT = 16 * 1024


class Attempts:
    """The failures at ``path``. A file that cannot be read as such costs the longest wait."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def wait(self, now: datetime) -> timedelta:
        """How long nobody may try from ``now`` on.

        What seems to be still to come, because the clock was set back, counts as of ``now``: the
        wait begins anew, and ends.

        Raises:
            FolderReadOnly, DiskFailing: the file cannot be read.
        """
        failures = self._read(now)
        if failures and failures[-1] > now:
            failures = [min(failure, now) for failure in failures]
            self._write(failures)
        return left_to_wait(failures, now)

    def failed(self, now: datetime) -> None:
        """A passphrase or a recovery key was wrong.

        Raises:
            FolderReadOnly, DiskFull, DiskFailing: it cannot be written down.
        """
        self._write([*self._read(now), now][-MOST:])

    def failures(self, now: datetime) -> tuple[datetime, ...]:
        """When it went wrong since the last success; damage counts as ``now``."""
        return tuple(self._read(now))

    def _read(self, now: datetime) -> list[datetime]:
        with disk_faults_told():
            if not self._path.exists():
                return []
            with self._path.open("rb") as file:
                content = file.read(SIZE_LIMIT + 1)
        try:
            return _times(content)
        except (ValueError, KeyError, TypeError, RecursionError):
            damaged = [now] * 7  # the least that costs the longest wait
            self._write(damaged)  # so that the wait ends some time
            return damaged

    def _write(self, failures: list[datetime]) -> None:
        times = [failure.isoformat(timespec="milliseconds") for failure in failures]
        replace_file(self._path, json.dumps({"failures": times}).encode())


def _times(content: bytes) -> list[datetime]:
    if len(content) > SIZE_LIMIT:
        raise ValueError("too long")
    written = json.loads(content)["failures"]
    if not isinstance(written, list) or len(written) > MOST:
        raise ValueError("not a list of times")
    times = [datetime.fromisoformat(each) for each in written]
    if any(time.tzinfo for time in times):
        raise ValueError("a time of another clock")
    return times
