/* python.exe for the build under Wine: hands over to Py_Main. Never shipped: PyInstaller brings a
   starter of its own. */
#include <windows.h>

typedef int (*py_main)(int, wchar_t **);

int wmain(int argc, wchar_t **argv) {
    HMODULE python = LoadLibraryW(L"python311.dll");
    if (!python) return 101;
    py_main run = (py_main)(void *)GetProcAddress(python, "Py_Main");
    return run ? run(argc, argv) : 102;
}
