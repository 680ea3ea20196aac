; All that the setup says, Indonesian first.
!macro WORDS NAME INDONESIAN ENGLISH
  LangString ${NAME} ${LANG_INDONESIAN} "${INDONESIAN}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!define WORDS "!insertmacro WORDS"

${WORDS} WELCOME \
  "KonfKasus ${VERSION} akan dipasang untuk Anda saja. Tidak perlu internet dan tidak perlu administrator.$\r$\n$\r$\nBila KonfKasus sudah terpasang, program diganti dengan versi ini dan semua arsip tetap utuh. Tutup dahulu KonfKasus yang masih terbuka." \
  "KonfKasus ${VERSION} will be installed for you alone. Neither internet nor an administrator is needed.$\r$\n$\r$\nIf KonfKasus is installed already, the program is replaced by this version and all archives stay as they are. Close KonfKasus first."
${WORDS} WAY_TITLE "Cara memasang" "How to install"
${WORDS} WAY_SUBTITLE "Di komputer ini, atau di diska USB." "On this PC, or on a USB stick."
${WORDS} WAY_HERE "&Pasang di komputer ini" "&Install on this PC"
${WORDS} WAY_HERE_MORE \
  "Muncul di menu Start dan di Desktop. Arsip disimpan di komputer ini, dalam akun Windows Anda." \
  "Appears in the Start menu and on the Desktop. The archive is kept on this PC, in your Windows account."
${WORDS} WAY_CARRY "&Salin ke diska USB" "&Copy to a USB stick"
${WORDS} WAY_CARRY_MORE \
  "Program dan arsipnya berada dalam satu folder yang dapat dibawa ke komputer lain. Tidak ada yang dipasang di komputer ini. Simpan cadangan di tempat lain: diska USB mudah hilang." \
  "The program and its archive lie in one folder that you carry from PC to PC. Nothing is installed on this PC. Keep backups elsewhere: a USB stick is easily lost."
${WORDS} FOLDER \
  "Program akan disalin ke folder ini. Biasanya tidak perlu diubah." \
  "The program will be copied to this folder. There is seldom a reason to change it."
${WORDS} FINISHED \
  "KonfKasus siap dipakai. Petunjuknya ada di dalam program: tekan F1." \
  "KonfKasus is ready. Its guide is inside the program: press F1."
${WORDS} STILL_OPEN \
  "KonfKasus masih terbuka. Tutup dahulu, lalu coba lagi. Tidak ada yang diubah." \
  "KonfKasus is still open. Close it first, then try again. Nothing was changed."
${WORDS} ONLY_64_BIT \
  "Windows di komputer ini 32-bit. KonfKasus memerlukan Windows 10 atau 11 yang 64-bit. Tidak ada yang diubah." \
  "This PC has a 32-bit Windows. KonfKasus needs Windows 10 or 11, 64-bit. Nothing was changed."
${WORDS} TOO_OLD \
  "Windows di komputer ini terlalu lama. KonfKasus memerlukan Windows 10 versi 1809 atau yang lebih baru, atau Windows 11. Tidak ada yang diubah." \
  "The Windows on this PC is too old. KonfKasus needs Windows 10 version 1809 or newer, or Windows 11. Nothing was changed."
${WORDS} OTHER_PROGRAM \
  "Folder $INSTDIR sudah dipakai program lain. Pilih folder yang lain. Tidak ada yang diubah." \
  "The folder $INSTDIR belongs to another program. Choose another one. Nothing was changed."
${WORDS} NOT_WRITTEN \
  "Tidak semua berkas dapat ditulis. Periksa ruang kosong dan antivirus, lalu jalankan pemasang ini sekali lagi. Arsip tidak diubah." \
  "Not all files could be written. Look at the free space and the virus scanner, then run this setup again. No archive was changed."
${WORDS} BACKUP_FILE "Cadangan KonfKasus" "KonfKasus backup"
${WORDS} DATA_TITLE "Arsip Anda" "Your archive"
${WORDS} DATA_SUBTITLE "Menghapus program tidak menghapus arsip." "Removing the program does not remove the archive."
${WORDS} DATA_STAYS \
  "Arsip kasus dan cadangannya tetap berada di$\r$\n$APPDATA\${NAME}$\r$\nsehingga dapat dibuka lagi bila KonfKasus dipasang kembali." \
  "The archive and its backups stay in$\r$\n$APPDATA\${NAME}$\r$\nso that they can be opened once KonfKasus is installed again."
${WORDS} DATA_REMOVE "Hapus &juga arsip dan semua cadangannya dari komputer ini" "&Also remove the archive and all its backups from this PC"
${WORDS} DATA_SURE \
  "Semua kasus, dokumen, dan cadangan di komputer ini akan hilang dan tidak dapat dikembalikan. Hapus sekarang?" \
  "All cases, documents and backups on this PC will be gone and cannot be brought back. Remove them now?"
