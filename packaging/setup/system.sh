#!/bin/sh
# Finds what the system itself must bring (Python's venv module, the libraries that Qt opens) and, on
# Debian and its relatives, installs what is missing where this user may, or names the line that does.
# Usage: system.sh VENV STAMP; writes VENV/STAMP once nothing is missing.
set -eu
here=$(dirname "$0")
. "$here/python.sh"
PATH=$PATH:/usr/sbin:/sbin
venv=$1 stamp=$2

python=$(find_python)

# library, package, and what stops without it: the "program" itself, or only its "windows" and printing
libraries='
libEGL.so.1 libegl1 program
libGL.so.1 libgl1 program
libX11.so.6 libx11-6 program
libxkbcommon.so.0 libxkbcommon0 program
libglib-2.0.so.0 libglib2.0-0 program
libdbus-1.so.3 libdbus-1-3 program
libfontconfig.so.1 libfontconfig1 program
libgssapi_krb5.so.2 libgssapi-krb5-2 program
libbrotlidec.so.1 libbrotli1 program
libX11-xcb.so.1 libx11-xcb1 windows
libxkbcommon-x11.so.0 libxkbcommon-x11-0 windows
libxcb-cursor.so.0 libxcb-cursor0 windows
libxcb-icccm.so.4 libxcb-icccm4 windows
libxcb-image.so.0 libxcb-image0 windows
libxcb-keysyms.so.1 libxcb-keysyms1 windows
libxcb-randr.so.0 libxcb-randr0 windows
libxcb-render-util.so.0 libxcb-render-util0 windows
libxcb-shape.so.0 libxcb-shape0 windows
libxcb-sync.so.1 libxcb-sync1 windows
libxcb-util.so.1 libxcb-util1 windows
libxcb-xfixes.so.0 libxcb-xfixes0 windows
libxcb-xkb.so.1 libxcb-xkb1 windows
libwayland-cursor.so.0 libwayland-cursor0 windows
libwayland-egl.so.1 libwayland-egl1 windows
libcups.so.2 libcups2 windows
'

look() { # sets missing (libraries), packages (Debian's names), stops (something essential is missing)
	missing='' packages='' stops=''
	if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
		missing=' python-venv' stops=yes
		case $python in
		/usr/bin/*) packages=" $(basename "$python")-venv" ;;
		esac
	fi
	if [ "$(uname)" != Linux ] || ! known=$(ldconfig -p 2>/dev/null); then
		return 0
	fi
	while read -r library package need; do
		if [ -z "$library" ] || printf '%s\n' "$known" | grep -qF "	$library "; then
			continue
		fi
		missing="$missing $library" packages="$packages $package"
		[ "$need" = windows ] || stops=yes
	done <<-LIST
		$libraries
	LIST
}

renamed() { # the packages under this release's names (64-bit time_t: libcups2 is libcups2t64)
	for package in $packages; do
		if apt-cache policy "${package}t64" 2>/dev/null | grep -q 'Candidate: [0-9]'; then
			package=${package}t64
		fi
		printf ' %s' "$package"
	done
}

install() { # $1: "sudo" or nothing
	${1:+"$1"} apt-get update -q || say "daftar paket tidak dapat diperbarui. / package lists could not be updated."
	# shellcheck disable=SC2046  # one word per package
	${1:+"$1"} env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $(renamed)
}

look
if [ -n "$missing" ] && [ -n "$packages" ] && command -v apt-get >/dev/null; then
	if [ "$(id -u)" = 0 ]; then
		as='' may=yes
	elif sudo -n true 2>/dev/null; then
		as=sudo may=yes
	else
		may=''
	fi
	if [ -n "$may" ]; then
		say "memasang paket sistem yang belum ada:$packages"
		install "$as" || true
		look
	fi
	if [ -n "$missing" ]; then
		say "pasang dulu paket sistem ini, lalu ulangi: / install these first, then try again:" >&2
		printf 'sudo apt-get install -y --no-install-recommends%s\n' "$(renamed)" >&2
	fi
elif [ -n "$missing" ]; then
	say "belum ada di sistem ini: / not on this system:$missing" >&2
fi

mkdir -p "$venv"
if [ -z "$missing" ]; then
	touch "$venv/$stamp"
elif [ -n "$stops" ]; then
	exit 1
fi
