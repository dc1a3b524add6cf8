@echo off
rem Memasang kkmp @VERSI@ dari folder ini, tanpa internet. Dijalankan lagi: memperbarui.
setlocal DisableDelayedExpansion
set "ASAL=%~dp0"
set "PROGRAM=%LOCALAPPDATA%\kkmp\program"
set "PERINTAH=%LOCALAPPDATA%\Microsoft\WindowsApps"
set "PYTHON="
set "SEBELUM="
set "SEKARANG="
set "BERSIH="
set "ULANG="

if not "@SISTEM@"=="Windows" goto bukan_windows
if not exist "%ASAL%wheels\" goto tanpa_wheels

py -@PYTHON@ -c "" >nul 2>nul
if not errorlevel 1 set "PYTHON=py -@PYTHON@"
if defined PYTHON goto ada_python
python -c "import sys; sys.exit(sys.version_info[:2] != (@PY2@))" >nul 2>nul
if errorlevel 1 goto tanpa_python
set "PYTHON=python"

:ada_python
if not exist "%PROGRAM%\Scripts\kkmp.exe" goto buat
for /f "usebackq delims=" %%v in (`""%PROGRAM%\Scripts\kkmp.exe" --version" 2^>nul`) do set "SEBELUM=%%v"
if defined SEBELUM goto buat
set "SEBELUM=kkmp yang rusak"
set "ULANG=--force-reinstall"

:buat
if not exist "%PROGRAM%\" goto pasang
"%PROGRAM%\Scripts\python.exe" -c "import sys; sys.exit(sys.version_info[:2] != (@PY2@))" >nul 2>nul
if errorlevel 1 set "BERSIH=--clear"

:pasang
%PYTHON% -m venv %BERSIH% "%PROGRAM%"
if errorlevel 1 goto gagal_tempat
"%PROGRAM%\Scripts\python.exe" -m pip --isolated --disable-pip-version-check install --quiet --no-index --find-links "%ASAL%wheels" --upgrade %ULANG% "kkmp-cli@TAMBAHAN@"
if errorlevel 1 goto gagal_pasang
>"%PROGRAM%\dari-bundel.txt" echo kkmp-cli@TAMBAHAN@ @VERSI@

for /f "usebackq delims=" %%v in (`""%PROGRAM%\Scripts\kkmp.exe" --version"`) do set "SEKARANG=%%v"
if not defined SEKARANG goto gagal_jalan
if "%SEBELUM%"=="%SEKARANG%" echo Sudah terpasang: %SEKARANG%, di "%PROGRAM%".
if "%SEBELUM%"=="%SEKARANG%" goto perintah
if defined SEBELUM echo Diperbarui di "%PROGRAM%": %SEBELUM% menjadi %SEKARANG%.
if not defined SEBELUM echo Terpasang: %SEKARANG%, di "%PROGRAM%".

:perintah
if not exist "%PERINTAH%\" goto jalur_penuh
copy /y "%PROGRAM%\Scripts\kkmp.exe" "%PERINTAH%\kkmp.exe" >nul 2>nul
if errorlevel 1 goto jalur_penuh
echo Sekarang buka jendela cmd atau PowerShell yang baru, lalu ketik: kkmp demo
goto selesai

:jalur_penuh
echo Sekarang buka jendela cmd yang baru, lalu ketik: "%PROGRAM%\Scripts\kkmp.exe" demo
echo Di PowerShell dengan tanda dan di depannya: ^& "%PROGRAM%\Scripts\kkmp.exe" demo
goto selesai

:bukan_windows
echo Bundel ini untuk @SISTEM@. Minta bundel untuk Windows.
goto gagal
:tanpa_wheels
echo Folder wheels tidak ada di samping pasang.bat.
echo Bila bundel ini berkas zip: klik kanan, Ekstrak semua, lalu jalankan pasang.bat dari hasilnya.
goto gagal
:tanpa_python
echo Python @PYTHON@ tidak ada di komputer ini.
echo Pasang dulu Python @PYTHON@ dari python.org (Windows installer 64-bit, centang "Add python.exe to PATH"), lalu klik pasang.bat lagi.
goto gagal
:gagal_tempat
echo Tempat program tidak dapat dibuat di "%PROGRAM%".
echo Tutup kkmp di jendela lain dan periksa ruang disk, lalu klik pasang.bat lagi.
goto gagal
:gagal_pasang
echo Pemasangan gagal; sebabnya tertulis di atas. Register Anda tidak disentuh.
echo Tutup kkmp di jendela lain, salin lagi seluruh folder bundel, lalu klik pasang.bat lagi.
goto gagal
:gagal_jalan
echo kkmp terpasang di "%PROGRAM%" tetapi tidak dapat dijalankan; laporkan pesan di atas.
goto gagal

:gagal
if not "%~1"=="/diam" pause
exit /b 1
:selesai
if not "%~1"=="/diam" pause
exit /b 0
