"""What Windows shows of the program under *Properti*, *Detail*."""

from bundle import program

INDONESIAN, UNICODE = 0x0421, 0x04B0
TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("{language:04X}{charset:04X}", [
{strings}
    ])]),
    VarFileInfo([VarStruct("Translation", [{language}, {charset}])])
  ]
)
"""


def written(version: str) -> str:
    """The resource in PyInstaller's own form."""
    numbers = (*(int(part) for part in version.split(".")), 0, 0, 0)[:4]
    strings = {
        "CompanyName": program.NAME,
        "FileDescription": program.DESCRIPTION,
        "FileVersion": ".".join(map(str, numbers)),
        "InternalName": program.COMMAND,
        "LegalCopyright": "Lisensi MIT",
        "OriginalFilename": f"{program.COMMAND}.exe",
        "ProductName": program.NAME,
        "ProductVersion": version,
    }
    lines = [f'      StringStruct("{name}", "{value}")' for name, value in strings.items()]
    return TEMPLATE.format(
        numbers=numbers, language=INDONESIAN, charset=UNICODE, strings=",\n".join(lines)
    )
