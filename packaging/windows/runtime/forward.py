"""Turns the names of python311.dll (from `gendef`, on stdin) into those that lead there."""

import sys

HEADINGS = ("LIBRARY", "EXPORTS")

sys.stdout.write("LIBRARY python3.dll\nEXPORTS\n")
for line in sys.stdin:
    words = line.split()
    if not words or words[0].startswith(";") or words[0] in HEADINGS:
        continue
    data = " DATA" if "DATA" in words[1:] else ""
    sys.stdout.write(f"{words[0]} = python311.{words[0]}{data}\n")
