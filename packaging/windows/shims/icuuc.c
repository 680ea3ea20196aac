/* Wine only: an ICU that knows no converter. Qt falls back on its own. */
#define EXPORTED __declspec(dllexport)
#define NOTHING(name) EXPORTED void *name(void) { return 0; }
#define FILE_ACCESS_ERROR 4 /* U_FILE_ACCESS_ERROR: there is no such converter */

EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}

EXPORTED void *ucnv_open(const char *name, int *status) {
    if (status) *status = FILE_ACCESS_ERROR;
    return 0;
}

NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_close)
NOTHING(ucnv_countAvailable)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_getMaxCharSize)
NOTHING(ucnv_getName)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_reset)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_toUnicode)
