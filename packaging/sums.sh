#!/bin/sh
# Writes SHA256SUMS beside the installers, and tells name, size and hash of each. Usage: sums.sh FOLDER
set -eu
cd "$1"
: >SHA256SUMS
for name in KonfKasus-*.exe KonfKasus-*.run konfkasus_*.deb; do
	if [ -f "$name" ]; then
		sha256sum "$name" >>SHA256SUMS
	fi
done
while read -r sum name; do
	printf '%-32s %12s bytes  %s\n' "$name" "$(wc -c <"$name")" "$sum"
done <SHA256SUMS
