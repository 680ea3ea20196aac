# Sourced by the set-up scripts: which Python to use, and how they speak.

say() {
	printf 'KonfKasus: %s\n' "$*"
}

fits() { # PySide6 and sqlcipher3 have wheels for these
	"$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

find_python() { # prints the Python that the virtual environment is made from
	for candidate in ${PYTHON3:+"$PYTHON3"} python3 python3.13 python3.12 python3.11 python3.14; do
		if fits "$candidate"; then
			"$candidate" -c 'import os, sys; print(os.path.realpath(sys.executable))'
			return
		fi
	done
	say "perlu Python 3.11 sampai 3.14; pasang dulu, lalu ulangi. / needs Python 3.11 to 3.14; install it and try again." >&2
	return 1
}
