; The installer for one person, without an administrator's rights. packaging/windows_installer.py calls makensis with
;   VERSION   such as 0.2.0             PAYLOAD   the bundle's folder
;   PICTURES  folder of focusplan.ico   OUTFILE   the installer to write
;   PUBLISHER who publishes it, from packaging/PUBLISHER
; The plan lies in %LOCALAPPDATA%\FocusPlan and the program in %LOCALAPPDATA%\Programs\FocusPlan: neither installing
; nor removing the program ever touches the first.
Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestDPIAwareness "PerMonitorV2,PerMonitor"
ManifestSupportedOS Win10
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define NAME "FocusPlan"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASS "FocusPlan.Copy"

Name "${NAME}"
OutFile "${OUTFILE}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${PUBLISHER}"

!define MUI_ICON "${PICTURES}/focusplan.ico"
!define MUI_UNICON "${PICTURES}/focusplan.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\focusplan.exe"
!define MUI_WELCOMEPAGE_TEXT "$(HELLO)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(STAYS)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Swedish"

LangString COPY ${LANG_ENGLISH} "FocusPlan copy"
LangString COPY ${LANG_SPANISH} "Copia de FocusPlan"
LangString COPY ${LANG_FRENCH} "Copie FocusPlan"
LangString COPY ${LANG_SWEDISH} "FocusPlan-kopia"
LangString HELLO ${LANG_ENGLISH} "FocusPlan is installed for you alone, and nobody has to allow it.$\r$\n$\r$\nIf you have it already, this is how to update it: your plan stays as it is, and a copy is made before anything in it changes."
LangString HELLO ${LANG_SPANISH} "FocusPlan se instala solo para ti, y nadie tiene que dar permiso.$\r$\n$\r$\nSi ya lo tienes, así se actualiza: tu plan queda como está, y se hace una copia antes de que algo cambie en él."
LangString HELLO ${LANG_FRENCH} "FocusPlan s’installe pour vous seul, et personne n’a à l’autoriser.$\r$\n$\r$\nSi vous l’avez déjà, c’est ainsi qu’on le met à jour : votre plan reste tel quel, et une copie est faite avant que rien n’y change."
LangString HELLO ${LANG_SWEDISH} "FocusPlan installeras bara för dig, och ingen behöver ge lov.$\r$\n$\r$\nHar du det redan uppdaterar du det så här: din plan blir kvar som den är, och en kopia görs innan något i den ändras."
LangString STAYS ${LANG_ENGLISH} "The program goes; your plan and its copies stay on this computer."
LangString STAYS ${LANG_SPANISH} "El programa se quita; tu plan y sus copias se quedan en este ordenador."
LangString STAYS ${LANG_FRENCH} "Le programme s’en va ; votre plan et ses copies restent sur cet ordinateur."
LangString STAYS ${LANG_SWEDISH} "Programmet tas bort; din plan och dess kopior finns kvar på den här datorn."
LangString OPEN ${LANG_ENGLISH} "FocusPlan is open. Please close it and try again."
LangString OPEN ${LANG_SPANISH} "FocusPlan está abierto. Ciérralo e inténtalo de nuevo."
LangString OPEN ${LANG_FRENCH} "FocusPlan est ouvert. Fermez-le et réessayez."
LangString OPEN ${LANG_SWEDISH} "FocusPlan är öppet. Stäng det och försök igen."
LangString KEPT ${LANG_ENGLISH} "The program is removed. Your plan and its copies stay in$\r$\n$LOCALAPPDATA\FocusPlan"
LangString KEPT ${LANG_SPANISH} "El programa se ha quitado. Tu plan y sus copias se quedan en$\r$\n$LOCALAPPDATA\FocusPlan"
LangString KEPT ${LANG_FRENCH} "Le programme est retiré. Votre plan et ses copies restent dans$\r$\n$LOCALAPPDATA\FocusPlan"
LangString KEPT ${LANG_SWEDISH} "Programmet är borttaget. Din plan och dess kopior finns kvar i$\r$\n$LOCALAPPDATA\FocusPlan"

; A program that runs can't be written over on Windows; the first file that is locked says so.
!macro AskToClose UN
Function ${UN}AskToClose
  again:
  ${If} ${FileExists} "$INSTDIR\focusplan.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\focusplan.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(OPEN)" /SD IDCANCEL IDRETRY again
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro AskToClose ""
!insertmacro AskToClose "un."

Section "-FocusPlan"
  SetShellVarContext current
  Call AskToClose
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  File "${PICTURES}/focusplan.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\focusplan.exe" "" "$INSTDIR\focusplan.ico"

  WriteRegStr HKCU "Software\Classes\.focusplan" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "$(COPY)"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\focusplan.ico"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\focusplan.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\focusplan.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  Call un.AskToClose
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\focusplan.exe"
  Delete "$INSTDIR\focusplan-console.exe"
  Delete "$INSTDIR\focusplan.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "Software\Classes\.focusplan"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${NAME}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONINFORMATION "$(KEPT)" /SD IDOK
  ${EndIf}
SectionEnd
