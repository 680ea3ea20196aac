#!/bin/sh
# Packs a bundle as KonfKasus-VERSION-windows.exe. Usage: build_setup.sh BUNDLE FOLDER
# KONFKASUS_NSIS=zlib is quick and large.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
bundle=$(cd "$1" && pwd)
mkdir -p "$2"
target=$(cd "$2" && pwd)
version=$(python3 "$here/bundle/program.py" version)
SOURCE_DATE_EPOCH=$(python3 "$here/bundle/program.py" made-at)
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8
quick=${KONFKASUS_NSIS:+-XSetCompressor /FINAL $KONFKASUS_NSIS}
# -INPUTCHARSET: the words are UTF-8 whatever this machine's language is
makensis -V1 -INPUTCHARSET UTF8 ${quick:+"$quick"} "-DVERSION=$version" "-DBUNDLE=$bundle" \
	"-DICONS=$bundle/../made/konfkasus/icon" \
	"-DOUT=$target/KonfKasus-$version-windows.exe" "$here/windows/konfkasus.nsi"
