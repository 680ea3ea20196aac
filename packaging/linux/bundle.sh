#!/bin/sh
# Builds the one-folder program for Linux into build/linux/konfkasus, from the pinned wheels alone.
# Usage: bundle.sh [WORK]   WORK is build/linux unless given. KONFKASUS_SOURCE names another source.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/setup/python.sh"
work=${1:-$here/../build/linux}
mkdir -p "$work"
work=$(cd "$work" && pwd)
venv=${KONFKASUS_BUILD_VENV:-$here/../build/linux/venv}

python=''
for candidate in ${PYTHON3:+"$PYTHON3"} "$here/../.venv/bin/python" python3.11 python3; do
	if "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
		python=$("$candidate" -c 'import os, sys; print(os.path.realpath(sys.executable))')
		break
	fi
done
[ -n "$python" ] || { say "perlu Python 3.11 untuk membuat paket. / packages are built with Python 3.11." >&2; exit 1; }

# exactly the wheels of the lock, again only when it or the Python changed
lock=$here/lock/linux.txt
stamp="$("$python" -V) $(sha256sum <"$lock")"
if [ "$(cat "$venv/.lock" 2>/dev/null)" != "$stamp" ]; then
	say "menyiapkan bahan paket"
	rm -rf "$venv"
	"$python" -m venv "$venv"
	PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv/bin/python" -m pip install --quiet --no-deps --no-compile \
		--require-hashes --only-binary=:all: --requirement "$lock"
	printf '%s\n' "$stamp" >"$venv/.lock"
fi

SOURCE_DATE_EPOCH=$("$python" "$here/bundle/program.py" made-at)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1 LC_ALL=C.UTF-8
say "membuat program satu folder"
rm -rf "$work/konfkasus" "$work/made"
"$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level ERROR \
	--workpath "$work/made" --distpath "$work" "$here/konfkasus.spec"

# debug symbols go from Python's and SQLCipher's own libraries, never from Qt or libraries that
# auditwheel has patched
find "$work/konfkasus/_internal" -type f \( -name 'libpython3*' -o -path '*/sqlcipher3/*.so' \
	-o -path '*/lib-dynload/*.so' -o -name '_rust.abi3.so' \) -exec strip --strip-unneeded {} +
# where this machine's Python was built is no place to look for libraries on another
find "$work/konfkasus/_internal" -type f \( -name 'libpython3*' -o -path '*/lib-dynload/*.so' \) \
	-exec chrpath --delete {} + >/dev/null 2>&1 || true
find "$work/konfkasus" -type d -exec chmod 755 {} +
find "$work/konfkasus" -type f -exec chmod 644 {} +
chmod 755 "$work/konfkasus/konfkasus"
find "$work/konfkasus" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
say "$(du -sh "$work/konfkasus" | cut -f1) di $work/konfkasus"
