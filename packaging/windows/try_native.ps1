# Installs, tests, upgrades and removes the setup in dist on a real Windows, silently.
# Only on a PC without an archive of its own: it makes a made-up one and removes it again.
$ErrorActionPreference = "Stop"
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$setup = (Get-ChildItem "$root\dist\KonfKasus-*-windows.exe").FullName
$program = "$env:LOCALAPPDATA\Programs\KonfKasus"
$data = "$env:APPDATA\KonfKasus"
$old = (Select-String "^version (.+)$" "$root\packaging\previous.txt").Matches[0].Groups[1].Value
$uninstall = "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\KonfKasus"

function Ended([int] $wanted, [string] $path, [string] $arguments) {
    $process = Start-Process -Wait -PassThru $path $arguments
    if ($process.ExitCode -ne $wanted) { throw "$path $arguments ended with $($process.ExitCode)" }
}

function Require([bool] $holds, [string] $what) {
    if (-not $holds) { throw $what }
    "well: $what"
}

if (Test-Path $data) { throw "there is an archive on this PC" }
Copy-Item -Recurse "$root\tests\archive\versions\$old" $data
$before = Get-FileHash "$data\arsip.kkdb"
try {
    Ended 0 $setup "/S"
    Set-Content "$program\_internal\usang.dll" "x"
    Ended 0 $setup "/S"
    Require (-not (Test-Path "$program\_internal\usang.dll")) "an upgrade leaves nothing of the old program"
    Ended 0 "$program\konfkasus.exe" "--self-test `"$root\build\self-test.txt`""
    Get-Content "$root\build\self-test.txt"
    $shown = Start-Process -PassThru "$program\konfkasus.exe"
    Start-Sleep 15
    Require (-not $shown.HasExited) "the program runs"
    Ended 4 $setup "/S"
    Stop-Process $shown
    $shown.WaitForExit()
    Ended 0 $setup "/S /PORTABLE /D=$root\build\Ruang Guru\KonfKasus"
    Require (Test-Path "$root\build\Ruang Guru\KonfKasus\data") "a portable copy has its own data"
    Ended 0 "$program\uninstall.exe" "/S _?=$program"
    Require (-not (Test-Path "$program\konfkasus.exe")) "the program is gone"
    Require (-not (Test-Path $uninstall)) "nothing of it is left in the registry"
    Require ((Get-FileHash "$data\arsip.kkdb").Hash -eq $before.Hash) "the archive is as it was"
}
finally {
    Remove-Item -Recurse -Force $data, "$root\build\Ruang Guru" -ErrorAction SilentlyContinue
    Remove-Item -Recurse -Force $program -ErrorAction SilentlyContinue
}
