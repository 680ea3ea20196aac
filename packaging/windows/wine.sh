# Sourced by what runs Windows programs on Linux: one prefix with the shims in it, nothing of the user's.
# Expects: here (packaging/), WINEPREFIX (made when it is not there).

export WINEPREFIX WINEARCH=win64 WINEDEBUG=-all LC_ALL=C.UTF-8
# the shim for mscms; no crash window, no .NET, no HTML, no entries in the menus of this machine
export WINEDLLOVERRIDES="mscms=n;winedbg.exe=d;mscoree=;mshtml=;winemenubuilder.exe=d"

wine_() { # output through a pipe: Python under Wine starts with no other
	wine "$@" </dev/null 2>&1 | cat
}

start_screen() { # Wine wants a screen, any will do; it goes with this script
	[ -z "${DISPLAY:-}" ] || return 0
	told=$(mktemp -d)
	mkfifo "$told/number"
	Xvfb -displayfd 3 -nolisten tcp 3>"$told/number" 2>/dev/null &
	screen=$!
	trap 'kill $screen' EXIT
	read -r number <"$told/number"
	rm -r "$told"
	export DISPLAY=":$number"
}

make_prefix() {
	[ -e "$WINEPREFIX/.ready" ] && return 0
	rm -rf "$WINEPREFIX"
	mkdir -p "$(dirname "$WINEPREFIX")"
	# Windows' folders of documents and such are links into the home folder: here it is one of its own
	mkdir -p "$WINEPREFIX/home"
	HOME=$WINEPREFIX/home wineboot --init >/dev/null 2>&1
	wine winecfg -v win10 >/dev/null 2>&1
	wineserver --wait
	system=$WINEPREFIX/drive_c/windows/system32
	for shim in icuuc mscms bcryptprimitives; do
		rm -f "$system/$shim.dll"
		x86_64-w64-mingw32-gcc -shared -O2 -s -o "$system/$shim.dll" \
			"$here/windows/shims/$shim.c" -ladvapi32
	done
	touch "$WINEPREFIX/.ready"
}
