@echo off
rem Starts profilectl with a Java 25: that of PROFILECTL_JAVA_HOME, of JAVA_HOME, or the first on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if defined PROFILECTL_JAVA_HOME set "java=%PROFILECTL_JAVA_HOME%\bin\java"
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
"%java%" "@%~dp0..\lib\options" %PROFILECTL_JAVA_OPTS% -cp "%~dp0..\lib\profilectl.jar" dev.profilectl.Main %*
exit /b %ERRORLEVEL%
