#!/bin/sh
# Builds the installers of the version before, with today's workshop and that version's program, for
# the tests of upgrades; again only when another commit is named here. Usage: previous.sh linux|windows
set -eu
here=$(cd "$(dirname "$0")" && pwd)
commit=$(sed -n 's/^commit //p' "$here/previous.txt")
home=$here/../build/previous
if [ "$(cat "$home/.commit" 2>/dev/null)" != "$commit" ]; then
	rm -rf "$home"
	mkdir -p "$home/source"
	git -C "$here/.." archive "$commit" | tar -x -C "$home/source"
	printf '%s\n' "$commit" >"$home/.commit"
fi
home=$(cd "$home" && pwd)
export KONFKASUS_SOURCE="$home/source" KONFKASUS_DEB=gzip KONFKASUS_NSIS=zlib
case $1 in
linux)
	if ! ls "$home"/dist/*.deb >/dev/null 2>&1; then
		sh "$here/linux/bundle.sh" "$home/linux"
		sh "$here/linux/build_deb.sh" "$home/linux/konfkasus" "$home/dist"
	fi
	;;
windows)
	if ! ls "$home"/dist/*.exe >/dev/null 2>&1; then
		bash "$here/windows/bundle_wine.sh" "$home/windows"
		sh "$here/windows/build_setup.sh" "$home/windows/konfkasus" "$home/dist"
	fi
	;;
esac
