; Offers the app under "Open with" for this user. The types keep the program they are opened with today.
!macro openWith EXTENSION
  WriteRegStr HKCU "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".${EXTENSION}" ""
!macroend

!macro customInstall
  WriteRegStr HKCU "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr HKCU "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro openWith "pdf"
  !insertmacro openWith "xml"
  !insertmacro openWith "p7m"
  !insertmacro openWith "eml"
  !insertmacro openWith "zip"
  !insertmacro openWith "jpg"
  !insertmacro openWith "jpeg"
  !insertmacro openWith "png"
  !insertmacro openWith "tif"
  !insertmacro openWith "tiff"
!macroend

!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!macroend
