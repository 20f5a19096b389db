#!/bin/bash
# For the workflow: puts the certificate where tools/building/signing.py finds it, if one is configured. Nothing of it is
# printed, and no command line has it.
set -eu
if [ -z "${PFX:-}" ]; then
    echo "No certificate is configured: nothing is signed."
    exit 0
fi
folder="$RUNNER_TEMP/certificate"
umask 077
mkdir -p "$folder"
base64 --decode <<<"$PFX" >"$folder/certificate.pfx"
printf '%s' "${PASSWORD:-}" >"$folder/password"
{
    echo "FRONT_DESK_SIGN_PFX=$folder/certificate.pfx"
    echo "FRONT_DESK_SIGN_PASSWORD=$folder/password"
    if [ -n "${TIMESTAMP:-}" ]; then echo "FRONT_DESK_SIGN_TIMESTAMP=$TIMESTAMP"; fi
} >>"$GITHUB_ENV"
echo "What is built is signed."
