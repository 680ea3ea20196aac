#!/bin/sh
# Packs a bundle as KonfKasus-VERSION-linux.run, which installs for one user without root.
# Usage: build_run.sh BUNDLE FOLDER   FOLDER gets the installer. Needs makeself.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
bundle=$1 target=$2
version=$(python3 "$here/bundle/program.py" version)
made=$(python3 "$here/bundle/program.py" made-at)
payload=$(mktemp -d)
trap 'rm -rf "$payload"' EXIT
cp -a "$bundle" "$payload/konfkasus"
for file in install.sh konfkasus.desktop konfkasus.xml; do
	install --mode=644 "$here/linux/$file" "$payload/$file"
done
chmod 755 "$payload/install.sh"
install --mode=644 "$here/../resources/konfkasus.svg" "$payload/konfkasus.svg"
install --mode=644 "$bundle/../made/konfkasus/icon/konfkasus-256.png" "$payload/konfkasus.png"
find "$payload" -exec touch --no-dereference --date="@$made" {} +
mkdir -p "$target"
# gzip, which every system has, and not xz, which a small one may lack
LC_ALL=C TZ=UTC makeself --quiet --sha256 --nox11 --gzip --complevel 9 \
	--packaging-date "$(LC_ALL=C TZ=UTC date --date="@$made")" \
	--tar-extra "--sort=name --owner=0 --group=0 --numeric-owner --mtime=@$made" \
	"$payload" "$target/KonfKasus-$version-linux.run" "KonfKasus $version" ./install.sh
