; The setup for Windows: for one user, without an administrator, or a copy to carry on a stick.
;
;   makensis -DVERSION=1.2.3 -DBUNDLE=/abs/konfkasus -DICONS=/abs/icon -DOUT=/abs/setup.exe konfkasus.nsi
;
; Options: KonfKasus-….exe [/S] [/PORTABLE] [/LANG=en] [/D=C:\folder]     (/D last and without quotes)
; /S asks nothing. Without /LANG=en it speaks Indonesian, as the program does, whatever Windows speaks.
; Exit codes: 0 done, 1 cancelled, 2 not all could be written, 3 this Windows is too old or 32-bit,
; 4 the program is open, 5 the folder belongs to another program. After 2 to 5 nothing was changed.
;
; Debian's makensis also has the 64-bit starter, which Wine without 32-bit parts can run. The makensis
; for Windows has the 32-bit one only (-DTARGET=x86-unicode), and with it a 32-bit Windows is told in words.
!ifndef TARGET
  !define TARGET amd64-unicode
!endif
Target ${TARGET}
Unicode true
!ifdef NSIS_WIN32_MAKENSIS
  !define SLASH "\"
!else
  !define SLASH "/"
!endif
!define NAME "KonfKasus"
!define EXE "konfkasus.exe"
!define KIND "KonfKasus.Cadangan"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}" ; the same in every version
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6 supports
Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "InstallDir"
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave on
AllowSkipFiles off
ManifestDPIAware true
ManifestSupportedOS Win10
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1057 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1057 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "FileVersion" "${VERSION}.0"
VIAddVersionKey /LANG=1057 "FileDescription" "Pemasang ${NAME}"
VIAddVersionKey /LANG=1057 "LegalCopyright" "Lisensi MIT"

!include MUI2.nsh
!include nsDialogs.nsh
!include LogicLib.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh
!define MUI_ICON "${ICONS}${SLASH}konfkasus.ico"
!define MUI_UNICON "${ICONS}${SLASH}konfkasus.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}${SLASH}konfkasus-side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FOLDER)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_TEXT "$(FINISHED)"
!insertmacro MUI_PAGE_WELCOME
Page custom AskWay TakeWay
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
UninstPage custom un.AskData un.TakeData
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include "words.nsh"

Var Portable
Var HereButton
Var CarryButton
Var RemoveData
Var DataBox

!macro REQUIRE_CLOSED
  ; a program that runs holds its file: nobody can write to it
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${EXE}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(STILL_OPEN)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro SPEAK
  StrCpy $LANGUAGE ${LANG_INDONESIAN}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${If} $1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
  ClearErrors
!macroend

Function .onInit
  !insertmacro SPEAK
  StrCpy $Portable 0
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(ONLY_64_BIT)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PORTABLE" $1
  ${IfNot} ${Errors}
    StrCpy $Portable 1
  ${EndIf}
FunctionEnd

Function AskWay
  !insertmacro MUI_HEADER_TEXT "$(WAY_TITLE)" "$(WAY_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 6u 100% 12u "$(WAY_HERE)"
  Pop $HereButton
  ${NSD_CreateLabel} 14u 19u 94% 24u "$(WAY_HERE_MORE)"
  Pop $0
  ${NSD_CreateRadioButton} 0 56u 100% 12u "$(WAY_CARRY)"
  Pop $CarryButton
  ${NSD_CreateLabel} 14u 69u 94% 34u "$(WAY_CARRY_MORE)"
  Pop $0
  ${If} $Portable = 1
    ${NSD_Check} $CarryButton
  ${Else}
    ${NSD_Check} $HereButton
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function TakeWay
  StrCpy $1 $Portable
  ${NSD_GetState} $CarryButton $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Portable 1
  ${Else}
    StrCpy $Portable 0
  ${EndIf}
  ${If} $Portable != $1
    ${If} $Portable = 1
      StrCpy $INSTDIR "$EXEDIR\${NAME}" ; beside the setup, which is on the stick as a rule
    ${Else}
      ReadRegStr $INSTDIR HKCU "Software\${NAME}" "InstallDir"
      ${If} $INSTDIR == ""
        StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

Function Failed
  MessageBox MB_OK|MB_ICONSTOP "$(NOT_WRITTEN)" /SD IDOK
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_baru"
  SetErrorLevel 2
  Quit
FunctionEnd

Section
  SetShellVarContext current
  !insertmacro REQUIRE_CLOSED
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${EXE}"
  ${AndIfNot} ${FileExists} "$INSTDIR\_baru\${EXE}"
    MessageBox MB_OK|MB_ICONSTOP "$(OTHER_PROGRAM)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  ; all of the new program first, beside the old one: a full disk or a power cut costs nothing
  RMDir /r "$INSTDIR\_baru"
  ClearErrors
  SetOutPath "$INSTDIR\_baru"
  File /r "${BUNDLE}${SLASH}*"
  ${If} ${Errors}
    Call Failed
  ${EndIf}
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal"
  ClearErrors
  Rename "$INSTDIR\_baru\_internal" "$INSTDIR\_internal"
  Delete "$INSTDIR\${EXE}"
  Rename "$INSTDIR\_baru\${EXE}" "$INSTDIR\${EXE}"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_WRITTEN)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  RMDir "$INSTDIR\_baru"
  ${If} $Portable = 1
    CreateDirectory "$INSTDIR\data"
    Return
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "Software\${NAME}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.kkbackup" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(BACKUP_FILE)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  ${RefreshShellIcons}
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  !insertmacro SPEAK
  StrCpy $RemoveData 0
  !insertmacro REQUIRE_CLOSED
FunctionEnd

Function un.AskData
  !insertmacro MUI_HEADER_TEXT "$(DATA_TITLE)" "$(DATA_SUBTITLE)"
  ${IfNot} ${FileExists} "$APPDATA\${NAME}\*.*"
    Abort ; there is nothing to ask about
  ${EndIf}
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 44u "$(DATA_STAYS)"
  Pop $0
  ${NSD_CreateCheckBox} 0 56u 100% 12u "$(DATA_REMOVE)"
  Pop $DataBox
  nsDialogs::Show
FunctionEnd

Function un.TakeData
  StrCpy $RemoveData 0
  ${NSD_GetState} $DataBox $0
  ${If} $0 = ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(DATA_SURE)" /SD IDNO IDYES sure
      ${NSD_Uncheck} $DataBox
      Abort
    sure:
    StrCpy $RemoveData 1
  ${EndIf}
FunctionEnd

Section Uninstall
  SetShellVarContext current
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\_baru"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nothing else is in it: what others put there, or "data", stays
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.kkbackup" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "Software\Classes\.kkbackup"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  ${RefreshShellIcons}
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${NAME}"
  ${If} $RemoveData = 1
    ; what the program itself makes, by name; a file that somebody else put there stays
    Delete "$APPDATA\${NAME}\arsip*.kkdb*"
    Delete "$APPDATA\${NAME}\kunci*.json"
    Delete "$APPDATA\${NAME}\percobaan.json"
    Delete "$APPDATA\${NAME}\dipakai.lock"
    Delete "$APPDATA\${NAME}\cadangan\*.kkbackup"
    Delete "$APPDATA\${NAME}\log\konfkasus.log*"
    RMDir "$APPDATA\${NAME}\cadangan"
    RMDir "$APPDATA\${NAME}\log"
    RMDir "$APPDATA\${NAME}"
  ${EndIf}
SectionEnd
