/* Wine only: no screen has a colour profile. */
#include <windows.h>

#define EXPORTED __declspec(dllexport)

EXPORTED BOOL WINAPI CloseColorProfile(HANDLE profile) { return TRUE; }
EXPORTED BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, BYTE *buffer, DWORD *size) { return FALSE; }
EXPORTED HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD create) { return NULL; }
EXPORTED HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options) { return NULL; }
