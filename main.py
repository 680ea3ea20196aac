"""Starts KonfKasus."""

import sys

from konfkasus_gui.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
