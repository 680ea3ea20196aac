#!/bin/sh
# Makes the virtual environment and installs pinned packages into it.
# Usage: packages.sh VENV STAMP REQUIREMENTS; writes VENV/STAMP when pip is through.
set -eu
here=$(dirname "$0")
. "$here/python.sh"
venv=$1 stamp=$2 requirements=$3

if ! fits "$venv/bin/python" || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
	python=$(find_python)
	say "menyiapkan Python di $venv"
	rm -rf "$venv/bin" "$venv/include" "$venv/lib" "$venv/lib64" "$venv/pyvenv.cfg" "$venv"/.packages*
	"$python" -m venv "$venv"
fi
say "memasang paket dari $requirements (sekali saja)"
rm -f "$venv/$stamp"
PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv/bin/python" -m pip install --requirement "$requirements"
touch "$venv/$stamp"
