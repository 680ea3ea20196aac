"""A process of its own that may not use a network: whoever tries is told, or ends it.

Python tells of each socket that it makes. Libraries beneath it are stopped by the system itself,
where it can be asked to: an internet socket ends the process. The tries that Python told of are
the last line on stdout.
"""

import ctypes
import json
import os
import platform
import socket
import struct
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

TELLING = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.")
MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # architecture, socket(2)
NO_NEW_PRIVILEGES, SET_SECCOMP, WITH_FILTER = 38, 22, 2  # (prctl(2))
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # (linux/bpf_common.h)
CALL, ARCHITECTURE, FAMILY = 0, 4, 16  # where they stand in a call (linux/seccomp.h)
END_PROCESS, ALLOW = 0x80000000, 0x7FFF0000


def listen(tries):
    """Note each try that Python tells of."""

    def heard(event, _arguments):
        if event.startswith(TELLING):
            tries.append(event)

    sys.addaudithook(heard)


def forbid():
    """Let the system end this process at its first internet socket; whether it agreed."""
    if platform.machine() not in MACHINES:
        return False
    architecture, call = MACHINES[platform.machine()]
    steps = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 0, 6, architecture),
        (LOAD, 0, 0, CALL),
        (EQUAL, 0, 4, call),
        (LOAD, 0, 0, FAMILY),
        (EQUAL, 1, 0, socket.AF_INET),
        (EQUAL, 0, 1, socket.AF_INET6),
        (RETURN, 0, 0, END_PROCESS),
        (RETURN, 0, 0, ALLOW),
    ]
    steps = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HP", len(steps) // 8, ctypes.addressof(steps))
    system = ctypes.CDLL(None)
    if system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return system.prctl(SET_SECCOMP, WITH_FILTER, program, 0, 0) == 0


def demo(folder):
    """The whole demo: every screen and every paper of a case."""
    from konfkasus_gui.app import main

    return main(["--demo", folder])


def start(folder, passphrase):
    """The program, from its start to the open archive."""
    from tests.faults.read_only import main

    return main(folder, passphrase)


def look_up():
    """What the program never does: ask a name server."""
    try:
        socket.getaddrinfo("localhost", 80, family=socket.AF_INET, flags=socket.AI_NUMERICHOST)
    except OSError:
        return 0
    return 1


if __name__ == "__main__":
    tries = []
    listen(tries)
    sys.stderr.write(f"kernel: {forbid()}\n")
    code = {"demo": demo, "start": start, "look_up": look_up}[sys.argv[1]](*sys.argv[2:])
    sys.stdout.write(json.dumps(tries) + "\n")
    sys.stdout.flush()
    sys.exit(code)
