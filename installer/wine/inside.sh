#!/usr/bin/env bash
# inside.sh COMMAND...: a Linux command in the Debian of the cache FD_CACHE. Its mounts are in a namespace that ends with
# it, so a killed build leaves none behind. The cache has the same path inside as outside, and so have the folders in
# FD_SHARE. FD_PREFIX names another Windows than the cache's own.
set -eu
export CACHE="${FD_CACHE:-$HOME/.cache/front-desk-wine}"
export FD_PREFIX="${FD_PREFIX:-$CACHE/prefix}" FD_SHARE="${FD_SHARE-}"
exec unshare --mount --propagation private bash -euc '
debian=$CACHE/trixie
mount -t proc proc "$debian/proc"
mount --rbind /sys "$debian/sys"  # Wine counts the processors there
mount -t tmpfs -o mode=755,nosuid tmpfs "$debian/dev"
for device in null zero full random urandom tty; do
    touch "$debian/dev/$device"
    mount --bind "/dev/$device" "$debian/dev/$device"
done
mkdir "$debian/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$debian/dev/shm"
ln -s /proc/self/fd "$debian/dev/fd"
ln -s /proc/self/fd/0 "$debian/dev/stdin"
ln -s /proc/self/fd/1 "$debian/dev/stdout"
ln -s /proc/self/fd/2 "$debian/dev/stderr"
if [ -d /tmp/.X11-unix ]; then  # the sockets of X servers
    mkdir -p "$debian/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$debian/tmp/.X11-unix"
fi
for folder in "$CACHE" $FD_SHARE; do
    mkdir -p "$debian$folder"
    mount --rbind "$folder" "$debian$folder"
done
if [ -e /etc/resolv.conf ]; then cp -f /etc/resolv.conf "$debian/etc/resolv.conf"; fi
exec chroot "$debian" /usr/bin/env -i \
    HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb XDG_RUNTIME_DIR=/tmp \
    DEBIAN_FRONTEND=noninteractive DISPLAY="${DISPLAY-}" WINEPREFIX="$FD_PREFIX" WINEARCH=win64 \
    WINEDEBUG="${WINEDEBUG--all}" WINEDLLOVERRIDES="mscoree,mshtml=" "$@"
' inside "$@"
