; SPDX-License-Identifier: Apache-2.0
; Setup program of FaceWitness for one user, without an administrator; run by packaging/build.py.
;
;   facewitness-...-setup.exe            with pages
;   facewitness-...-setup.exe /S         silent
;   facewitness-...-setup.exe /S /D=DIR  silent, into DIR (last, without quotation marks)
;   uninstall.exe /S                     silent removal
;
; An older version in the same place is removed first; settings and cases lie elsewhere and stay.

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID ${COMPRESSOR}

!include "MUI2.nsh"
!include "x64.nsh"

!define PROGRAM "FaceWitness"
!define CLASS "FaceWitness.Media"
!define CASE_CLASS "FaceWitness.Case"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\FaceWitness"
!define APP_KEY "Software\Classes\Applications\facewitness-window.exe"

Name "${PROGRAM} ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\FaceWitness"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${PROGRAM} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION4}"
VIAddVersionKey "ProductName" "${PROGRAM}"
VIAddVersionKey "FileDescription" "${PROGRAM} setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0; parts under other licences"

!if /FileExists "${ICON}"
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\facewitness-window.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${TREE}\LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"

!macro AddSuffix SUFFIX
  WriteRegStr HKCU "Software\Classes\.${SUFFIX}\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "${APP_KEY}\SupportedTypes" ".${SUFFIX}" ""
!macroend
!macro RemoveSuffix SUFFIX
  DeleteRegValue HKCU "Software\Classes\.${SUFFIX}\OpenWithProgids" "${CLASS}"
!macroend
!include "${SUFFIX_LINES}"
; Explorer learns of new or gone associations.
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "FaceWitness needs a 64-bit Windows." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

; Without rights to the folder or with a program still running, nothing is half replaced.
Function RequireFree
  IfFileExists "$INSTDIR\facewitness-window.exe" 0 free
  ClearErrors
  Rename "$INSTDIR\facewitness-window.exe" "$INSTDIR\facewitness-window.old"
  IfErrors busy
  Rename "$INSTDIR\facewitness-window.old" "$INSTDIR\facewitness-window.exe"
  Goto free
busy:
  MessageBox MB_ICONSTOP "FaceWitness is running. Close it, then start this setup again." /SD IDOK
  SetErrorLevel 3
  Quit
free:
FunctionEnd

Section "FaceWitness"
  SectionIn RO
  Call RequireFree
  ; Files of an older version must not mix with those of this one.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\LICENSES"
  SetOutPath "$INSTDIR"
  File /r "${TREE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortCut "$SMPROGRAMS\FaceWitness.lnk" "$INSTDIR\facewitness-window.exe"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\facewitness-window.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "FaceWitness authors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  ; `facewitness` in the terminal and in Start, Run.
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\facewitness.exe" "" "$INSTDIR\facewitness.exe"

  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Image or video"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\facewitness-window.exe" "%1"'
  ; The file of a case is ours: a double click opens it.
  WriteRegStr HKCU "Software\Classes\${CASE_CLASS}" "" "FaceWitness case"
  WriteRegStr HKCU "Software\Classes\${CASE_CLASS}\DefaultIcon" "" "$INSTDIR\facewitness-window.exe"
  WriteRegStr HKCU "Software\Classes\${CASE_CLASS}\shell\open\command" "" '"$INSTDIR\facewitness-window.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.fwcase" "" "${CASE_CLASS}"
  WriteRegStr HKCU "${APP_KEY}" "FriendlyAppName" "${PROGRAM}"
  WriteRegStr HKCU "${APP_KEY}\shell\open\command" "" '"$INSTDIR\facewitness-window.exe" "%1"'
  !insertmacro AddSuffixes
  !insertmacro TellExplorer
SectionEnd

Section "Uninstall"
  !insertmacro RemoveSuffixes
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "Software\Classes\${CASE_CLASS}"
  DeleteRegKey HKCU "Software\Classes\.fwcase"
  DeleteRegKey HKCU "${APP_KEY}"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\facewitness.exe"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  Delete "$SMPROGRAMS\FaceWitness.lnk"
  ; Only what was installed, so that a file that someone put here stays.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\LICENSES"
  Delete "$INSTDIR\facewitness.exe"
  Delete "$INSTDIR\facewitness-window.exe"
  Delete "$INSTDIR\facewitness.ico"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  !insertmacro TellExplorer
SectionEnd
