"""What usually stands above the name of a school of each kind, for the school to adapt."""

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word

_UNKNOWN = "…"


class SchoolKind(Word):
    """Who runs the school: this decides how its letterhead begins (domain, 2.1)."""

    STATE = "state", N_("sekolah negeri")
    MADRASAH = "madrasah", N_("madrasah")
    FOUNDATION = "foundation", N_("yayasan")

    @property
    def principal_title(self) -> str:
        """What the head of such a school is called."""
        return _("Kepala Madrasah") if self is SchoolKind.MADRASAH else _("Kepala Sekolah")

    def authority(self, region: str) -> str:
        """The lines above the name, one a line; ``region`` is the town or district."""
        place = region.strip().upper() or _UNKNOWN
        lines = {
            SchoolKind.STATE: _("PEMERINTAH KABUPATEN {place}\nDINAS PENDIDIKAN"),
            SchoolKind.MADRASAH: _(
                "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA KABUPATEN {place}"
            ),
            SchoolKind.FOUNDATION: _("YAYASAN PENDIDIKAN {place}"),
        }
        return lines[self].format(place=place)
