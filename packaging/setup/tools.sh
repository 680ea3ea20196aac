#!/bin/sh
# What Debian must bring for the packages and their tests; installed where this user
# may, otherwise named in one line. Usage: tools.sh linux|windows|test
set -eu
. "$(dirname "$0")/python.sh"
PATH=$PATH:/usr/sbin:/sbin
# command and the package that has it
case $1 in
windows) wanted='wine:wine wineboot:wine64 makensis:nsis x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64-win32
	gendef:mingw-w64-tools osslsigncode:osslsigncode Xvfb:xvfb unzip:unzip' ;;
linux) wanted='makeself:makeself objdump:binutils dpkg-deb:dpkg chrpath:chrpath' ;;
test) wanted='debootstrap:debootstrap Xvfb:xvfb xdotool:xdotool import:imagemagick' ;;
esac
missing=''
for pair in $wanted; do
	command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair##*:}"
done
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null; then
	if [ "$(id -u)" = 0 ]; then as=''; elif sudo -n true 2>/dev/null; then as=sudo; else as=none; fi
	if [ "$as" != none ]; then
		say "memasang paket sistem yang belum ada:$missing"
		$as apt-get update -q >/dev/null || true
		# shellcheck disable=SC2086  # one word per package
		$as env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >/dev/null
		exit 0
	fi
fi
say "pasang dulu paket sistem ini, lalu ulangi: / install these first, then try again:" >&2
printf 'sudo apt-get install -y --no-install-recommends%s\n' "$missing" >&2
exit 1
