/* python3.dll, the stable interface that PySide6 and cryptography are linked against: each of its
   names leads on to python311.dll (python3.def, made from that DLL). It has no code of its own.
   This one is shipped by the cross-build, because the signed original is not on PyPI; a build on a
   real Windows ships the original instead. */
int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) {
    return 1;
}
