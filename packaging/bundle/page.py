"""*Memasang KonfKasus* as a file that lies beside the installers and opens in any browser.

`python packaging/bundle/page.py FOLDER`
"""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextDocument

TEXT = Path(__file__).parents[2] / "resources" / "help" / "memasang.md"
NAME = "Memasang-KonfKasus.html"
TITLE = "Memasang KonfKasus"
PAGE = """<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 45em; margin: 2em auto; padding: 0 1em; font: 16px/1.5 sans-serif }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def write(folder: Path) -> Path:
    """Write the page into ``folder``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication([])
    document = QTextDocument()
    document.setMarkdown(TEXT.read_text(encoding="utf-8"))
    html = document.toHtml()
    body = html[html.index(">", html.index("<body")) + 1 : html.rindex("</body>")].strip()
    path = folder / NAME
    path.write_text(PAGE.format(title=TITLE, body=body), encoding="utf-8", newline="\n")
    del application
    return path


if __name__ == "__main__":
    write(Path(sys.argv[1]))
