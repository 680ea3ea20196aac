#!/bin/sh
# Packs a bundle as konfkasus_VERSION_amd64.deb.
# Usage: build_deb.sh BUNDLE FOLDER   FOLDER gets the package. KONFKASUS_DEB=gzip is quick and large.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
bundle=$1 target=$2
version=$(python3 "$here/bundle/program.py" version)
SOURCE_DATE_EPOCH=$(python3 "$here/bundle/program.py" made-at)
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

put() { install -D --mode=644 "$1" "$root/$2"; }

mkdir -p "$root/opt" "$root/usr/bin"
cp -a "$bundle" "$root/opt/konfkasus"
ln -s /opt/konfkasus/konfkasus "$root/usr/bin/konfkasus"
put "$here/linux/konfkasus.desktop" usr/share/applications/konfkasus.desktop
put "$here/linux/konfkasus.xml" usr/share/mime/packages/konfkasus.xml
put "$here/../resources/konfkasus.svg" usr/share/icons/hicolor/scalable/apps/konfkasus.svg
for size in 16 24 32 48 64 128 256; do
	put "$bundle/../made/konfkasus/icon/konfkasus-$size.png" \
		"usr/share/icons/hicolor/${size}x$size/apps/konfkasus.png"
done
put "$here/../LICENSE" usr/share/doc/konfkasus/copyright
{
	printf '\nLisensi karya yang dipakai: /opt/konfkasus/_internal/resources/licences\n'
} >>"$root/usr/share/doc/konfkasus/copyright"
gzip -9n <"$here/../CHANGELOG.md" >"$root/usr/share/doc/konfkasus/changelog.gz"
chmod 644 "$root/usr/share/doc/konfkasus/changelog.gz"

# the newest glibc symbol that anything in the bundle asks for
glibc=$(find "$bundle" -type f \( -name '*.so*' -o -name konfkasus \) -exec objdump -T {} + 2>/dev/null |
	grep -o 'GLIBC_2\.[0-9]*' | sort -uV | tail -1 | cut -d_ -f2)
size=$(du -sk --apparent-size "$root" | cut -f1)
mkdir "$root/DEBIAN"
sed "s/@VERSION@/$version/; s/@SIZE@/$size/; s/@GLIBC@/$glibc/" "$here/linux/control.in" \
	>"$root/DEBIAN/control"
install --mode=755 "$here/linux/preinst" "$root/DEBIAN/preinst"
install --mode=755 "$here/linux/refresh" "$root/DEBIAN/postinst"
install --mode=755 "$here/linux/refresh" "$root/DEBIAN/postrm"
(cd "$root" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
chmod 644 "$root/DEBIAN/control" "$root/DEBIAN/md5sums"
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

mkdir -p "$target"
dpkg-deb --root-owner-group "-Z${KONFKASUS_DEB:-xz}" --build "$root" "$target/konfkasus_${version}_amd64.deb"
