#!/usr/bin/env bash
# windows.sh [-x DISPLAY] [-d FOLDER] [-e NAME=VALUE]... PROGRAM ARGUMENTS...: a Windows program, with its exit code.
# Its output goes through a pipe: Python under Wine fails on one that is a file. Wine takes QT_*, TEMP, TMP and PATH
# from its registry unless they are called WINEQT_* and so on. Without -x there is no display: a Wine server keeps the
# one of the program that started it, and that X server may be gone by then.
set -u
own=$(cd "$(dirname "$0")" && pwd)
display=
folder=/tmp
variables=()
while getopts "+x:d:e:" option; do
    case $option in
        x) display=$OPTARG ;;
        d) folder=$OPTARG ;;
        e) case $OPTARG in
               QT_* | TEMP=* | TMP=* | PATH=*) variables+=("WINE$OPTARG") ;;
               *) variables+=("$OPTARG") ;;
           esac ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
DISPLAY=$display exec bash "$own/inside.sh" env FOLDER="$folder" "${variables[@]}" bash -c \
    'cd "$FOLDER" && { wine "$@" 2>&1 </dev/null | cat; exit "${PIPESTATUS[0]}"; }' windows "$@"
