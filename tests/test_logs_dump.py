import subprocess
import sys
from pathlib import Path

import pytest

CRASH = """
import ctypes, os, resource
from konfkasus_gui.logs import leave_no_dump
resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)[1:] * 2)
leave_no_dump()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)
os.abort()
"""


def test_a_crash_leaves_no_picture_of_the_memory(tmp_path):
    root = Path(__file__).parents[1]
    crashed = subprocess.run(
        [sys.executable, "-c", CRASH],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert crashed.returncode < 0
    assert crashed.stdout == "(0, 0) 0\n"
    assert list(tmp_path.iterdir()) == []


TEMPORARY = """
import tempfile
from konfkasus_gui.logs import keep_temporary_files_in_memory
keep_temporary_files_in_memory()
print(tempfile.gettempdir())
"""


@pytest.mark.parametrize("there", [True, False])
def test_temporary_files_go_to_the_persons_own_folder_in_memory(tmp_path, there):
    own = tmp_path / "run"
    if there:
        own.mkdir(mode=0o700)
    asked = subprocess.run(
        [sys.executable, "-c", TEMPORARY],
        env={
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "XDG_RUNTIME_DIR": str(own),
            "TMPDIR": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout.strip() == str(own if there else tmp_path)
