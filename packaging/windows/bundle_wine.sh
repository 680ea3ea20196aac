#!/bin/bash
# Builds the one-folder program for Windows on Debian, under Wine, into build/windows/konfkasus.
# Everything comes from package registries: Python's DLLs out of a pinned wheel (their signatures are
# checked), the libraries from the lock. Usage: bundle_wine.sh [WORK]
# Debian packages: setup/tools.sh windows.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/setup/python.sh"
work=${1:-$here/../build/windows}
mkdir -p "$work"
work=$(cd "$work" && pwd)
home=$(cd "$here/../build" && pwd)/windows
python=$home/python
pip=$home/venv/bin/pip
host=''
for candidate in ${PYTHON3:+"$PYTHON3"} "$here/../.venv/bin/python" python3.11 python3; do
	if "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
		host=$("$candidate" -c 'import os, sys; print(os.path.realpath(sys.executable))')
		break
	fi
done
[ -n "$host" ] || { say "perlu Python 3.11 untuk membuat paket. / packages are built with Python 3.11." >&2; exit 1; }

wheels=(--quiet --no-deps --require-hashes --only-binary=:all: --platform win_amd64 --python-version 3.11 --implementation cp)
stamp="$("$host" -V) $(cat "$here/lock/windows.txt" "$here"/windows/runtime/* | sha256sum)"
if [ "$(cat "$python/.lock" 2>/dev/null)" != "$stamp" ]; then
	say "menyiapkan Python untuk Windows"
	rm -rf "$python" "$home/venv" "$home/runtime"
	mkdir -p "$python/DLLs" "$home/runtime"
	"$host" -m venv "$home/venv"
	export PIP_DISABLE_PIP_VERSION_CHECK=1
	"$pip" download "${wheels[@]}" --dest "$home/runtime" --requirement "$here/windows/runtime/wheel.txt"
	unzip -q -o "$home"/runtime/panda3d-*.whl 'deploy_libs/*' -d "$home/runtime"
	libraries=$home/runtime/deploy_libs
	signer=$(cat "$here/windows/runtime/signer.txt")
	signed=0
	for file in "$libraries"/{python311,libcrypto-3,libssl-3,libffi-8,sqlite3}.dll "$libraries"/*.pyd; do
		case $(basename "$file") in _tkinter* | _test* | _wmi* | _msi*) continue ;; esac
		# the revocation list cannot be asked for offline; certificate, chain and digest are checked
		osslsigncode verify -ignore-crl -require-leaf-hash "sha256:$signer" "$file" >/dev/null 2>&1 || {
			say "tanda tangan tidak sah: $(basename "$file")" >&2
			exit 1
		}
		signed=$((signed + 1))
		case $file in */python311.dll) cp "$file" "$python/" ;; *) cp "$file" "$python/DLLs/" ;; esac
	done
	say "$signed berkas Python ditandatangani Python Software Foundation"

	# the library in Python itself, of the same minor version: it is the same on all systems
	"$host" - "$python/Lib" <<-'COPY'
		import shutil, sys, sysconfig
		unwanted = shutil.ignore_patterns(
		    "__pycache__", "site-packages", "lib-dynload", "config-*", "test", "idlelib", "turtledemo",
		    "_sysconfigdata*", "ensurepip",
		)
		shutil.copytree(sysconfig.get_path("stdlib"), sys.argv[1], ignore=unwanted, symlinks=False)
	COPY
	mkdir -p "$python/Lib/site-packages"
	x86_64-w64-mingw32-gcc -O2 -s -municode -o "$python/python.exe" "$here/windows/runtime/python.c"
	gendef - "$python/python311.dll" 2>/dev/null | "$host" "$here/windows/runtime/forward.py" >"$home/python3.def"
	x86_64-w64-mingw32-gcc -s -shared -nostdlib -e DllMainCRTStartup -Wl,--no-insert-timestamp \
		-o "$python/python3.dll" "$here/windows/runtime/python3.c" "$home/python3.def"
	"$pip" install "${wheels[@]}" --no-compile --target "$python/Lib/site-packages" --requirement "$here/lock/windows.txt"
	# the runtime that Qt is linked with; the one in the wheel above is from 2015
	cp "$python"/Lib/site-packages/shiboken6/[vV][cC][rR][uU][nN][tT][iI][mM][eE]140*.dll "$python/"
	printf '%s\n' "$stamp" >"$python/.lock"
fi

WINEPREFIX=$home/prefix
. "$here/windows/wine.sh"
start_screen
make_prefix
SOURCE_DATE_EPOCH=$("$host" "$here/bundle/program.py" made-at)
licence=$("$host" -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')/LICENSE.txt
[ -f "$licence" ] || licence=/usr/share/doc/python3.11/copyright
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1 KONFKASUS_PYTHON_LICENCE="Z:$licence"
[ -z "${KONFKASUS_SOURCE:-}" ] || export KONFKASUS_SOURCE="Z:$KONFKASUS_SOURCE"
say "membuat program satu folder untuk Windows"
rm -rf "$work/konfkasus" "$work/made"
cd "$here"
wine_ "$python/python.exe" -m PyInstaller --noconfirm --clean --log-level ERROR \
	--workpath "Z:$work/made" --distpath "Z:$work" "Z:$here/konfkasus.spec" >"$work/pyinstaller.log"
wineserver --wait
[ -f "$work/konfkasus/konfkasus.exe" ] || { tail -30 "$work/pyinstaller.log" >&2; exit 1; }
find "$work/konfkasus" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
say "$(du -sh "$work/konfkasus" | cut -f1) di $work/konfkasus"
