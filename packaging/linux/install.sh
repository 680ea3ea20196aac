#!/bin/sh
# Installs KonfKasus for the user who runs it, without root, or onto a stick. Archives are never
# touched: they lie in ~/.local/share/KonfKasus, or on a stick in "data" beside the program.
#
#   sh KonfKasus-…-linux.run                            for this user
#   sh KonfKasus-…-linux.run -- --portable FOLDER       a folder of its own, with its own archive
#   sh KonfKasus-…-linux.run -- --remove                removes the program, keeps the archive
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/opt/konfkasus
command=$HOME/.local/bin/konfkasus
entry=$data/applications/konfkasus.desktop
kind=$data/mime/packages/konfkasus.xml
drawing=$data/icons/hicolor/scalable/apps/konfkasus.svg
picture=$data/icons/hicolor/256x256/apps/konfkasus.png

say() { printf '%s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

fitting() { # whether this Linux can run the program; said before anything is changed
	"$here/konfkasus/konfkasus" --version >/dev/null 2>&1 ||
		fail "Linux di komputer ini terlalu lama. KonfKasus memerlukan Debian 12, Ubuntu 22.10, atau yang lebih baru, 64-bit. Tidak ada yang diubah."
	inside=$here/konfkasus/_internal
	missing=$(LD_LIBRARY_PATH=$inside ldd "$inside/PySide6/Qt/plugins/platforms/libqxcb.so" |
		awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ')
	[ -z "$missing" ] ||
		fail "Di Linux ini belum ada: $missing. Minta petugas memasang paket libegl1, libgl1, dan libxcb1. Tidak ada yang diubah."
}

closed() { # a program that runs keeps its old libraries open while they are replaced
	for process in /proc/[0-9]*; do
		if [ "$(readlink "$process/exe" 2>/dev/null)" = "$1/konfkasus" ]; then
			fail "KonfKasus masih terbuka. Tutup dahulu, lalu coba lagi. Tidak ada yang diubah."
		fi
	done
}

place() { # puts the program into the folder $1, which may hold an older one, and "data" of a stick
	mkdir -p "$1"
	rm -rf "$1/.baru"
	cp -a "$here/konfkasus" "$1/.baru" || {
		rm -rf "$1/.baru"
		fail "Program tidak dapat disalin ke $1. Yang lama tidak diubah."
	}
	rm -rf "$1/_internal"
	mv "$1/.baru/_internal" "$1/_internal"
	mv -f "$1/.baru/konfkasus" "$1/konfkasus"
	rmdir "$1/.baru"
}

refresh() {
	if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
	if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
}

install_here() {
	fitting
	closed "$program"
	place "$program"
	mkdir -p "$(dirname "$command")" "$(dirname "$entry")" "$(dirname "$kind")" \
		"$(dirname "$drawing")" "$(dirname "$picture")"
	ln -sfn "$program/konfkasus" "$command"
	# a command line in a desktop entry: quotes, and the signs that mean something inside them
	escaped=$(printf '%s' "$program/konfkasus" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
	awk -v exec="Exec=\"$escaped\" %f" '/^Exec=/ { print exec; next } { print }' \
		"$here/konfkasus.desktop" >"$entry"
	cp "$here/konfkasus.xml" "$kind"
	cp "$here/konfkasus.svg" "$drawing"
	cp "$here/konfkasus.png" "$picture"
	cp "$here/install.sh" "$program/hapus.sh"
	refresh
	say "KonfKasus terpasang. Cari \"KonfKasus\" di menu, atau jalankan $command"
	say "Menghapus kelak: sh $program/hapus.sh --remove (arsip tidak ikut terhapus)"
}

install_portable() {
	fitting
	folder=$1/KonfKasus
	mkdir -p "$1"
	ln -s konfkasus "$1/.kk-uji" 2>/dev/null ||
		fail "Diska ini tidak dapat memuat program Linux (formatnya FAT). Pakai diska berformat ext4."
	rm -f "$1/.kk-uji"
	closed "$folder"
	place "$folder"
	mkdir -p "$folder/data"
	chmod 700 "$folder/data"
	say "KonfKasus siap dibawa: jalankan $folder/konfkasus. Arsipnya ada di $folder/data"
}

remove() {
	closed "$program"
	rm -rf "$program/_internal" "$program/.baru"
	rm -f "$program/konfkasus" "$program/hapus.sh" "$command" "$entry" "$kind" "$drawing" "$picture"
	if [ -d "$program" ]; then rmdir --ignore-fail-on-non-empty "$program"; fi
	refresh
	say "KonfKasus sudah dihapus. Arsip di $data/KonfKasus tidak diubah."
}

case ${1:-} in
'') install_here ;;
--portable) [ -n "${2:-}" ] || fail "Sebutkan foldernya: --portable FOLDER"; install_portable "$2" ;;
--remove) remove ;;
*) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
