# Builds the setup on a real Windows 10 or 11 (64-bit) with python.org's Python 3.11 and NSIS 3.
# Usage, from the project's folder: powershell -ExecutionPolicy Bypass -File packaging\windows\build_native.ps1
$ErrorActionPreference = "Stop"
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$work = "$root\build\windows"
$python = "$work\venv\Scripts\python.exe"

function Run { # a program and its arguments; its failure ends the build
    $command, $rest = $args
    & $command @rest
    if ($LASTEXITCODE -ne 0) { throw "$command ended with $LASTEXITCODE" }
}

New-Item -ItemType Directory -Force $work, "$root\dist" | Out-Null
if (-not (Test-Path $python)) {
    if (Get-Command py -ErrorAction SilentlyContinue) { Run py -3.11 -m venv "$work\venv" }
    else { Run python -m venv "$work\venv" }
}
Run $python -c "import sys; sys.exit(sys.version_info[:2] != (3, 11) or sys.maxsize < 2**32)"
Run $python -m pip install --quiet --disable-pip-version-check --no-deps --no-compile --require-hashes `
    --only-binary=:all: --requirement "$root\packaging\lock\windows.txt"

$env:PYTHONHASHSEED = "1"
$env:PYTHONUTF8 = "1"
$env:SOURCE_DATE_EPOCH = (& $python "$root\packaging\bundle\program.py" made-at).Trim()
$version = (& $python "$root\packaging\bundle\program.py" version).Trim()
Remove-Item -Recurse -Force "$work\konfkasus", "$work\made" -ErrorAction SilentlyContinue
Run $python -m PyInstaller --noconfirm --clean --log-level WARN `
    --workpath "$work\made" --distpath $work "$root\packaging\konfkasus.spec"

# the program must be whole before it is packed
$result = "$work\self-test.txt"
$test = Start-Process -Wait -PassThru "$work\konfkasus\konfkasus.exe" "--self-test `"$result`""
Get-Content $result
if ($test.ExitCode -ne 0) { throw "the self-test failed" }

$makensis = (Get-Command makensis -ErrorAction SilentlyContinue).Source
if (-not $makensis) { $makensis = "${env:ProgramFiles(x86)}\NSIS\makensis.exe" }
$setup = "$root\dist\KonfKasus-$version-windows.exe"
# NSIS for Windows brings the 32-bit starter only: with it even a 32-bit Windows is told in words
Run $makensis /V2 /INPUTCHARSET UTF8 /DTARGET=x86-unicode "/DVERSION=$version" "/DBUNDLE=$work\konfkasus" `
    "/DICONS=$work\made\konfkasus\icon" "/DOUT=$setup" "$root\packaging\windows\konfkasus.nsi"
$hash = (Get-FileHash $setup -Algorithm SHA256).Hash.ToLower()
"{0} {1:N1} MB {2}" -f (Split-Path $setup -Leaf), ((Get-Item $setup).Length / 1e6), $hash
