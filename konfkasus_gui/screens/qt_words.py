"""Indonesian for the words that Qt itself puts on the screen."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from typing_extensions import override

from konfkasus_gui.language import N_, _

WORDS = {
    # buttons of QDialogButtonBox, QMessageBox and QWizard
    "OK": N_("Oke"),
    "Cancel": N_("Batal"),
    "Yes": N_("Ya"),
    "No": N_("Tidak"),
    "Close": N_("Tutup"),
    "Save": N_("Simpan"),
    "Open": N_("Buka"),
    "Apply": N_("Terapkan"),
    "Help": N_("Bantuan"),
    "Reset": N_("Setel ulang"),
    "Discard": N_("Buang"),
    "Retry": N_("Coba lagi"),
    "Back": N_("Kembali"),
    "< Back": N_("‹ Kembali"),
    "Next": N_("Lanjut"),
    "Next >": N_("Lanjut ›"),
    "Continue": N_("Lanjut"),
    "Commit": N_("Terapkan"),
    "Done": N_("Selesai"),
    "Finish": N_("Selesai"),
    "Go Back": N_("Kembali"),
    # menus of text fields
    "Undo": N_("Urungkan"),
    "Redo": N_("Ulangi"),
    "Cut": N_("Potong"),
    "Copy": N_("Salin"),
    "Copy Link Location": N_("Salin alamat tautan"),
    "Paste": N_("Tempel"),
    "Delete": N_("Hapus"),
    "Select All": N_("Pilih semua"),
    "Clear": N_("Kosongkan"),
    "Step up": N_("Naikkan"),
    "Step down": N_("Turunkan"),
    # file window
    "Look in:": N_("Lihat di:"),
    "File name:": N_("Nama berkas:"),
    "Files of type:": N_("Jenis berkas:"),
    "File": N_("Berkas"),
    "Files": N_("Berkas"),
    "Directory:": N_("Folder:"),
    "Choose": N_("Pilih"),
    "New Folder": N_("Folder baru"),
    "Create New Folder": N_("Buat folder baru"),
    "Create a New Folder": N_("Buat folder baru"),
    "Rename": N_("Ganti nama"),
    "Parent Directory": N_("Folder induk"),
    "Go to the parent directory": N_("Ke folder induk"),
    "Go back": N_("Kembali"),
    "Forward": N_("Maju"),
    "Go forward": N_("Maju"),
    "List View": N_("Tampilan daftar"),
    "Change to list view mode": N_("Tampilkan sebagai daftar"),
    "Detail View": N_("Tampilan rinci"),
    "Change to detail view mode": N_("Tampilkan secara rinci"),
    "Show hidden files": N_("Tampilkan berkas tersembunyi"),
    "Show ": N_("Tampilkan "),
    "All files (*)": N_("Semua berkas (*)"),
    "All Files (*)": N_("Semua berkas (*)"),
    "Find Directory": N_("Cari folder"),
    "Save As": N_("Simpan sebagai"),
    "Name": N_("Nama"),
    "Size": N_("Ukuran"),
    "Kind": N_("Jenis"),
    "Type": N_("Jenis"),
    "Date Modified": N_("Tanggal diubah"),
    "My Computer": N_("Komputer ini"),
    "Computer": N_("Komputer"),
    "Drive": N_("Diska"),
    "File Folder": N_("Folder berkas"),
    "Folder": N_("Folder"),
    "Remove": N_("Keluarkan"),
    "Recent Places": N_("Tempat terakhir"),
    "%1 already exists.\nDo you want to replace it?": N_(
        "%1 sudah ada.\nApakah berkas itu akan diganti?"
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_(
        "%1\nBerkas tidak ditemukan.\nPeriksa kembali nama berkasnya."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": N_(
        "%1\nFolder tidak ditemukan.\nPeriksa kembali nama foldernya."
    ),
    # print window
    "Print": N_("Cetak"),
    "Printer": N_("Pencetak"),
    "Options": N_("Pilihan"),
    "Options >>": N_("Pilihan >>"),
    "Options <<": N_("Pilihan <<"),
    "Print to File (PDF)": N_("Cetak ke berkas (PDF)"),
    "Print To File ...": N_("Cetak ke berkas…"),
    "Local file": N_("Berkas setempat"),
    "Write PDF file": N_("Tulis berkas PDF"),
    "Print range": N_("Halaman yang dicetak"),
    "Print all": N_("Cetak semua"),
    "Print current page": N_("Cetak halaman ini"),
    "Print selection": N_("Cetak yang dipilih"),
    "Current Page": N_("Halaman ini"),
    "Selection": N_("Yang dipilih"),
    "Pages": N_("Halaman"),
    "Pages from": N_("Halaman dari"),
    "Pages:": N_("Halaman:"),
    "to": N_("sampai"),
    "Copies": N_("Salinan"),
    "Copies:": N_("Salinan:"),
    "Collate": N_("Urutkan"),
    "Reverse": N_("Terbalik"),
    "Output Settings": N_("Setelan keluaran"),
    "Color Mode": N_("Mode warna"),
    "Color": N_("Berwarna"),
    "Grayscale": N_("Hitam putih"),
    "Duplex Printing": N_("Cetak dua sisi"),
    "None": N_("Tidak"),
    "Long side": N_("Sisi panjang"),
    "Short side": N_("Sisi pendek"),
    "Page Set:": N_("Halaman:"),
    "All Pages": N_("Semua halaman"),
    "Odd Pages": N_("Halaman ganjil"),
    "Even Pages": N_("Halaman genap"),
    "Page size:": N_("Ukuran kertas:"),
    "Paper": N_("Kertas"),
    "Orientation": N_("Arah kertas"),
    "Portrait": N_("Tegak"),
    "Landscape": N_("Mendatar"),
    "Margins": N_("Batas tepi"),
    "Name:": N_("Nama:"),
    "Location:": N_("Tempat:"),
    "Preview": N_("Pratinjau"),
    "Properties": N_("Sifat"),
    "Properties...": N_("Sifat…"),
    "Type:": N_("Jenis:"),
    "Output file:": N_("Berkas keluaran:"),
    # tabs, scroll bars, calendars
    "Page left": N_("Geser kiri"),
    "Page right": N_("Geser kanan"),
    "Page up": N_("Halaman naik"),
    "Page down": N_("Halaman turun"),
    "Top": N_("Paling atas"),
    "Bottom": N_("Paling bawah"),
    "Scroll here": N_("Gulir ke sini"),
    "Scroll up": N_("Gulir naik"),
    "Scroll down": N_("Gulir turun"),
    "Minimize": N_("Kecilkan"),
    "Maximize": N_("Besarkan"),
}


class QtWords(QTranslator):
    """Answers Qt in our words, with or without a mark for the keyboard; the rest stays Qt's."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        words = WORDS.get(sourceText) or WORDS.get(sourceText.replace("&", ""))
        return _(words) if words is not None else None


def install(app: QCoreApplication) -> QObject:
    """Let ``app`` speak Indonesian in Qt's own windows, and write dates and numbers so."""
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    words = QtWords(app)
    app.installTranslator(words)
    return words
