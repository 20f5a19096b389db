; The installer of Front Desk for Windows, per machine. Compiled by tools/building/installers.py, which defines:
;   VERSION   0.1.0, of app/core/version.py        VERSION4  0.1.0.0, as Windows' file versions are
;   FOLDER    what PyInstaller made                KIOSK     the kiosk's scripts
;   MODULES   its modules, unpacked
;   OUT       the file to write                    KILOBYTES what the folder takes
;   ICON, SIGN  optional: the program's icon, and the command that signs the uninstaller
;
; Silent: /S. Parameters: /MODE= /SERVER= /HUB= /KIOSK=0|1 /AUTOSTART=0|1 /UPDATEFROM= (installer/README.md has a table).
; Exit codes: 0 done, 1 canceled, 2 failed and everything is as before, 3 Front Desk still runs, 4 a parameter is wrong,
; 5 Front Desk was installed with the MSI, 6 this version of Windows is too old, 7 a part could not be removed.
; Installing again repairs: the files, links, rules and entries are all made anew, settings and vault entries stay.

Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestSupportedOS Win10
ManifestDPIAware true
RequestExecutionLevel admin
AllowSkipFiles off
SetOverwrite on

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "Front Desk"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Front Desk"
!define OURS "Software\Front Desk"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
; Always here: in a folder that users may write to, any of them could change what an administrator starts.
InstallDir "$PROGRAMFILES64\${NAME}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey CompanyName "${NAME}"
VIAddVersionKey FileDescription "Installs ${NAME}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "${NAME}"

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_FINISHPAGE_TITLE "Front Desk ${VERSION} is installed"
!define MUI_FINISHPAGE_TEXT "To open a patient from Open Dental, add a Program Link: in Open Dental choose Setup, Program Links, \
Add, and enter$\r$\n$\r$\nPath of file to open:$\r$\n$INSTDIR\FrontDesk.exe$\r$\n$\r$\nOptional command line arguments:\
$\r$\n--patient [PatNum]$\r$\n$\r$\nThen check Enabled, and choose the toolbars that have the button."
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Start Front Desk"
!define MUI_FINISHPAGE_RUN_FUNCTION StartAsUser

!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English

Var Parameters
Var Mode
Var Server
Var Hub
Var Kiosk
Var Autostart
Var UpdateFrom
Var SetAside ; "1": the earlier version waits in "Front Desk.old"
Var RemoveData
Var KeepJournal
Var KeepSettings
Var Code

!macro StopIfNotWritten
  ${If} ${Errors}
    Call PutBack
    !insertmacro Stop 2 "The files could not be written. Is the disk full? What was installed before is back."
  ${EndIf}
!macroend

!macro Stop NUMBER TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${NUMBER}
  Quit
!macroend

; The value of a parameter, however it is quoted: /NAME=value, /NAME="a value", "/NAME=a value". NSIS' own GetOptions would
; end a web address at its first slash.
!macro Read PARAMETER VARIABLE
  StrLen $1 "/${PARAMETER}="
  StrCpy $2 0
  StrCpy ${VARIABLE} ""
  ${Do}
    StrCpy $3 " $Parameters" "" $2
    StrCpy $4 $3 1
    StrCpy $5 $3 $1 1
    IntOp $2 $2 + 1
    ${If} $5 == "/${PARAMETER}="
      ${If} $4 == " "
      ${OrIf} $4 == '"'
        IntOp $1 $1 + 1
        StrCpy $3 $3 "" $1
        StrCpy $5 $3 1
        ${If} $5 == '"'
          StrCpy $4 '"'
          StrCpy $3 $3 "" 1
        ${EndIf}
        ${Do}
          StrCpy $5 $3 1
          StrCpy $3 $3 "" 1
          ${IfThen} $5 == "" ${|} ${ExitDo} ${|}
          ${IfThen} $5 == $4 ${|} ${ExitDo} ${|}
          StrCpy ${VARIABLE} "${VARIABLE}$5"
        ${Loop}
        ${ExitDo}
      ${EndIf}
    ${EndIf}
  ${LoopUntil} $3 == ""
!macroend

; Asks every running copy on this PC to settle its writes and end, and waits for it. $0: 3 when one still runs. Any other
; code but 0 is that of a damaged program, which must not stop what mends or removes it. The console twin is called here and
; below: the windowed one, when it is damaged, shows a message and waits for somebody to click it away. It takes 30 seconds
; at most; one that hangs is ended after two minutes.
!macro EndRunning
  StrCpy $0 0
  ${If} ${FileExists} "$INSTDIR\front-desk.exe"
    DetailPrint "Waiting until Front Desk has saved and closed"
    nsExec::Exec /TIMEOUT=120000 '"$INSTDIR\front-desk.exe" --quit'
    Pop $0
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  SetShellVarContext all
  StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}" ; whatever /D= says
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Stop 6 "Front Desk needs Windows 10 or newer, 64 bits."
  ${EndIf}
  ReadRegStr $0 HKLM "${OURS}" "InstalledBy"
  ${If} $0 == "msi"
    !insertmacro Stop 5 "Front Desk was installed here with its MSI. Update it with the MSI, or uninstall it first."
  ${EndIf}
  ${GetParameters} $Parameters
  !insertmacro Read MODE $Mode
  !insertmacro Read SERVER $Server
  !insertmacro Read HUB $Hub
  !insertmacro Read KIOSK $Kiosk
  !insertmacro Read AUTOSTART $Autostart
  !insertmacro Read UPDATEFROM $UpdateFrom
  ; What an earlier installation was asked for stays until it is asked for otherwise.
  ${If} $Kiosk == ""
    ReadRegStr $Kiosk HKLM "${OURS}" "Kiosk"
  ${EndIf}
  ${If} $Autostart == ""
    ReadRegStr $Autostart HKLM "${OURS}" "Autostart"
  ${EndIf}
FunctionEnd

; The earlier version comes back if this one could not be put in its place.
Function PutBack
  SetOutPath "$TEMP"
  ${If} $SetAside == "1"
    ; A virus scanner may hold what was just written, for seconds. A folder that stays would leave no program at all.
    ${For} $R0 1 60
      RMDir /r "$INSTDIR"
      ClearErrors
      Rename "$INSTDIR.old" "$INSTDIR"
      ${IfNot} ${Errors}
        StrCpy $SetAside 0
        ${ExitFor}
      ${EndIf}
      Sleep 1000
    ${Next}
  ${EndIf}
  ${If} $SetAside == "1"
    StrCpy $SetAside 0
    !insertmacro Stop 2 "The files could not be written, and another program holds some of them. Restart this PC, then run this again."
  ${EndIf}
FunctionEnd

Function .onInstFailed
  Call PutBack
  SetErrorLevel 2
FunctionEnd

Function StartAsUser
  ; The installer is an administrator and the program must not be: Explorer, which belongs to the user, starts it.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\FrontDesk.exe"'
FunctionEnd

Section "Front Desk"
  !insertmacro EndRunning
  ${If} $0 == "3"
    !insertmacro Stop 3 "Front Desk still runs on this PC, and may be sending something. Close it, then try again."
  ${EndIf}

  ; A whole folder is exchanged: Windows refuses to rename it while one of its files is in use, so nothing is half done.
  ${If} ${FileExists} "$INSTDIR\FrontDesk.exe"
    RMDir /r "$INSTDIR.old"
    ClearErrors
    Rename "$INSTDIR" "$INSTDIR.old"
    ${If} ${Errors}
      !insertmacro Stop 3 "Files of Front Desk are in use on this PC. Close it in every user's session, then try again."
    ${EndIf}
    StrCpy $SetAside 1
  ${ElseIf} ${FileExists} "$INSTDIR.old\FrontDesk.exe"
    ; An installation was cut off by a power failure: what it set aside is the earlier version.
    RMDir /r "$INSTDIR"
    StrCpy $SetAside 1
  ${EndIf}

  SetOutPath "$INSTDIR"
  ClearErrors
  File /r /x FrontDesk.exe /x modules.pyz "${FOLDER}/*.*"
  SetOutPath "$INSTDIR\_internal"
  File "${MODULES}"
  ${If} $Kiosk == "1"
    SetOutPath "$INSTDIR\kiosk"
    File "${KIOSK}/*.ps1"
  ${EndIf}
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro StopIfNotWritten

  ; Modules are packed here: unpacked, all files together take 5 MB less in this file. While that is done no program may
  ; run, and until FrontDesk.exe is there nobody can start it. If it can't be done, the program works without.
  DetailPrint "Packing"
  nsExec::Exec '"$INSTDIR\front-desk.exe" administer --pack'
  Pop $0
  ClearErrors
  File "${FOLDER}/FrontDesk.exe"
  !insertmacro StopIfNotWritten

  ; A blank ends each value: one that ends with \ would take the quotation mark with it. The program strips it.
  nsExec::Exec '"$INSTDIR\front-desk.exe" administer "--mode=$Mode " "--server=$Server " "--hub=$Hub " "--kiosk=$Kiosk " \
"--autostart=$Autostart " "--update-from=$UpdateFrom "'
  Pop $0
  ${If} $0 != "0"
    ${If} $SetAside == "1"
      Call PutBack
    ${Else}
      SetOutPath "$TEMP"
      RMDir /r "$INSTDIR"
    ${EndIf}
    !insertmacro Stop 4 "The settings were not understood or could not be written. Nothing was changed."
  ${EndIf}

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\FrontDesk.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\FrontDesk.exe"
  ${If} $Kiosk == "1"
    CreateShortcut "$SMPROGRAMS\${NAME} check-in.lnk" "$INSTDIR\FrontDesk.exe" "--kiosk"
  ${Else}
    Delete "$SMPROGRAMS\${NAME} check-in.lnk"
  ${EndIf}

  ${If} $Autostart == "1"
    WriteRegStr HKLM "${RUN}" "${NAME}" '"$INSTDIR\FrontDesk.exe"'
  ${Else}
    DeleteRegValue HKLM "${RUN}" "${NAME}"
  ${EndIf}

  WriteRegStr HKLM "${OURS}" "InstalledBy" "exe"
  WriteRegStr HKLM "${OURS}" "Program" "$INSTDIR\FrontDesk.exe"
  WriteRegStr HKLM "${OURS}" "Version" "${VERSION}"
  WriteRegStr HKLM "${OURS}" "Kiosk" "$Kiosk"
  WriteRegStr HKLM "${OURS}" "Autostart" "$Autostart"

  WriteRegStr HKLM "${ENTRY}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${ENTRY}" "DisplayIcon" "$INSTDIR\FrontDesk.exe"
  WriteRegStr HKLM "${ENTRY}" "Publisher" "${NAME}"
  WriteRegStr HKLM "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${ENTRY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKLM "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKLM "${ENTRY}" "NoRepair" 1

  RMDir /r "$INSTDIR.old"
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
  ${GetParameters} $Parameters
FunctionEnd

; Removes the program and what it set for the whole PC. What it keeps for each user stays, because there may be changes
; that wait to be sent: /REMOVEDATA=1 removes it too, with /KEEPJOURNAL=1 all but each user's journal and audit, and the
; keys that open them. /KEEPSETTINGS=1 leaves the office's settings, for whoever installs an older version next. The MSI has
; the same, without the slashes.
Section "Uninstall"
  !insertmacro EndRunning
  ${If} $0 == "3"
    !insertmacro Stop 3 "Front Desk still runs on this PC, and may be sending something. Close it, then try again."
  ${EndIf}

  !insertmacro Read REMOVEDATA $RemoveData
  !insertmacro Read KEEPJOURNAL $KeepJournal
  !insertmacro Read KEEPSETTINGS $KeepSettings
  ${If} $RemoveData == ""
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Also delete what Front Desk keeps for each user of this PC: settings, \
drafts, journal and audit? Changes that were not sent yet would be lost." /SD IDNO IDNO +2
    StrCpy $RemoveData "1"
  ${EndIf}
  StrCpy $1 ""
  ${If} $RemoveData == "1"
    StrCpy $1 "--data"
    ${If} $KeepJournal == "1"
      StrCpy $1 "--data --keep-journal"
    ${EndIf}
  ${EndIf}
  StrCpy $Code "0"
  ${If} ${FileExists} "$INSTDIR\front-desk.exe"
    ${If} $1 != ""
    ${OrIf} $KeepSettings != "1"
      nsExec::Exec '"$INSTDIR\front-desk.exe" administer --remove $1'
      Pop $Code
    ${EndIf}
  ${EndIf}

  ; The program does these too. It may be damaged, which is a reason to uninstall it.
  nsExec::Exec '"$SYSDIR\schtasks.exe" /delete /tn "Front Desk update" /f'
  Pop $1
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="Front Desk hub (TCP)"'
  Pop $1
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="Front Desk hub (UDP)"'
  Pop $1
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$SMPROGRAMS\${NAME} check-in.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegValue HKLM "${RUN}" "${NAME}"
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.old"
  RMDir /r "$INSTDIR"
  DeleteRegKey HKLM "${OURS}"
  DeleteRegKey HKLM "${ENTRY}"
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${OrIf} $Code != "0"
    !insertmacro Stop 7 "Front Desk is uninstalled, but files in use could not be removed. Restart this PC, then delete $INSTDIR and \
the folder Front Desk in each user's AppData\Local."
  ${EndIf}
SectionEnd
