#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Makes a kiosk of a bare Debian 12 or 13: packages, the kiosk's user, the program, its units and its session. It may be
# run again at any time, and is what one runs to update. What is installed is what it is run from: the package with
# Electron (/opt/Sportello/resources/install/install.sh), or a folder in which the program was built for Node.
set -euo pipefail

usage="Say: install.sh [--dry-run] [--network 192.168.1.0/24] [--printer URL] [--node ARCHIVE]
  --dry-run   only says what it would do
  --network   lets displays and consoles of that network in, and nobody else
  --printer   the printer's address, such as tcp://192.168.1.50
  --node      node-v...-linux-....tar.xz from nodejs.org, with its SHASUMS256.txt beside it"

here=$(cd "$(dirname "$0")" && pwd)
dry=no network='' printer='' archive=''
while (($# > 0)); do
  case $1 in
    --dry-run) dry=yes ;;
    --network) network=${2:?"$usage"} && shift ;;
    --printer) printer=${2:?"$usage"} && shift ;;
    --node) archive=${2:?"$usage"} && shift ;;
    *) echo "$usage" >&2 && exit 2 ;;
  esac
  shift
done

open=()
# What could not be done here and is left to the technician, said once more at the end.
leave() {
  echo "! $1"
  open+=("$1")
}
give_up() {
  echo "$1" >&2
  exit 1
}
act() {
  if [ $dry = yes ]; then echo "  would: $*"; else "$@"; fi
}
# Puts a file in its place, if it is not there already.
put() { # MODE FILE PLACE
  if ! cmp --silent "$here/$2" "$3"; then act install -D -o root -g root -m "$1" "$here/$2" "$3"; fi
}

# ---- what there is

if [ "$(id -u)" != 0 ] && [ $dry = no ]; then give_up 'Only root can install the kiosk: say sudo in front of it.'; fi
if ! grep -Eq '^(ID|ID_LIKE)=.*debian' /etc/os-release; then give_up 'This is no Debian, for which alone this is made.'; fi
if ! command -v apt-get >/dev/null; then give_up 'There is no apt-get here.'; fi

packed=no root=''
if [ -x "$here/../../sportello" ]; then
  packed=yes
else
  root=$(cd "$here/../.." && pwd)
  if [ ! -f "$root/dist/main/launch.js" ] || [ ! -d "$root/dist/pages" ]; then
    give_up "Nothing is built in $root: say there npm ci && npm run build."
  fi
  if [ ! -d "$root/node_modules/@napi-rs/canvas" ]; then give_up "The packages are not installed in $root: say npm ci."; fi
fi

systemd=no
if [ -d /run/systemd/system ]; then systemd=yes; fi

# ---- Debian's packages

packages=(
  xserver-xorg-core xserver-xorg-input-libinput libgl1-mesa-dri xinit openbox x11-xserver-utils xinput
  dbus libpam-systemd alsa-utils curl ca-certificates nftables
)
if [ $packed = no ]; then packages+=(chromium chromium-sandbox); fi
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null) || status=none
  if [ "$status" != installed ]; then missing+=("$package"); fi
done
if ((${#missing[@]} > 0)); then
  echo "Packages of Debian: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  act apt-get update --quiet=2
  act apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}"
fi

# ---- Node, for the program without Electron

node_is_good() {
  "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

put_node() {
  local sums
  sums=$(dirname "$archive")/SHASUMS256.txt
  [ -f "$archive" ] || give_up "There is no $archive."
  [ -f "$sums" ] || give_up "SHASUMS256.txt must lie beside $archive, from the same page."
  (cd "$(dirname "$archive")" && grep -F "  $(basename "$archive")" SHASUMS256.txt | sha256sum --check --quiet --strict -) ||
    give_up "$archive is not what SHASUMS256.txt says: fetch it again."
  act rm -rf /opt/sportello/node.new
  act mkdir -p /opt/sportello/node.new
  act tar --extract --file "$archive" --directory /opt/sportello/node.new --strip-components 1 --no-same-owner
  act rm -rf /opt/sportello/node
  act mv /opt/sportello/node.new /opt/sportello/node
}

if [ $packed = no ]; then
  if [ -n "$archive" ]; then
    if ! command -v xz >/dev/null && [[ $archive == *.xz ]]; then act apt-get install --yes --quiet=2 xz-utils; fi
    put_node
  fi
  node=$(PATH=/opt/sportello/node/bin:$PATH command -v node || true)
  if [ -z "$node" ] || ! node_is_good "$node"; then
    offered=$(apt-cache policy nodejs 2>/dev/null | sed -n 's/^ *Candidate: //p')
    if dpkg --compare-versions "${offered:-0}" ge 20.19; then
      act apt-get install --yes --quiet=2 --no-install-recommends nodejs
    elif [ $dry = yes ]; then
      leave "Node 20.19 or later is missing, and Debian offers ${offered:-none}: give --node."
    else
      give_up "Node 20.19 or later is missing, and Debian offers ${offered:-none}. Fetch node-v22...-linux-x64.tar.xz (arm64 for such a machine) and SHASUMS256.txt from https://nodejs.org/dist/latest-v22.x/ and say: install.sh --node node-v22...-linux-x64.tar.xz"
    fi
  fi
fi

# ---- the kiosk's user: no password, no shell, and the right to printers and sound

if ! getent passwd sportello >/dev/null; then
  echo 'The user sportello'
  act useradd --system --user-group --home-dir /var/lib/sportello --shell /usr/sbin/nologin sportello
fi
for group in lp dialout audio video; do
  if getent group $group >/dev/null && ! id -nG sportello 2>/dev/null | grep -qw $group; then
    act usermod --append --groups $group sportello
  fi
done
act install -d -o sportello -g sportello -m 750 /var/lib/sportello
act install -d -o root -g root -m 700 /var/backups/sportello

# ---- its files

for name in kiosk session screens health; do put 755 $name /usr/local/lib/sportello/$name; done
commands=(sportello-backup sportello-restore sportello-try)
if [ $packed = no ]; then commands+=(sportello-back sportello-operator); fi
for name in "${commands[@]}"; do put 755 "$name" "/usr/local/sbin/$name"; done
put 644 openbox.xml /etc/sportello/openbox.xml
put 644 xorg.conf /etc/X11/xorg.conf.d/90-sportello.conf
if [ $packed = no ]; then put 644 policies.json /etc/chromium/policies/managed/sportello.json; fi
put 644 watchdog.conf /etc/systemd/system.conf.d/sportello.conf
units=()
for unit in "$here"/units/*; do
  units+=("$(basename "$unit")")
  put 644 "units/$(basename "$unit")" "/etc/systemd/system/$(basename "$unit")"
done

settings=/etc/sportello/sportello.env
if [ ! -f $settings ]; then put 644 sportello.env $settings; fi
set_in_settings() { act sed -i "s|^$1=.*|$1=${2//&/\\&}|" $settings; }
if [ -n "$printer" ]; then set_in_settings SPORTELLO_PRINTER "\"$printer\""; fi
if [ -n "$network" ]; then
  if [[ ! $network =~ ^[0-9.]+/[0-9]+$ ]]; then give_up "--network is \"$network\", but what is accepted is a network such as 192.168.1.0/24."; fi
  set_in_settings SPORTELLO_HOST 0.0.0.0
  port=$(sed -n 's/^SPORTELLO_PORT=//p' $settings 2>/dev/null || true)
  rules="#!/usr/sbin/nft -f
# Written by install.sh: who may reach the office.
table inet sportello
delete table inet sportello
table inet sportello {
  chain input {
    type filter hook input priority filter; policy accept;
    iif lo accept
    ip saddr $network tcp dport ${port:-4710} accept
    tcp dport ${port:-4710} drop
  }
}"
  if [ $dry = yes ]; then
    echo "  would: write /etc/sportello/firewall.nft for $network"
  else
    echo "$rules" >/etc/sportello/firewall.nft
    if ! nft --check --file /etc/sportello/firewall.nft 2>/dev/null; then
      leave 'The firewall rules could not be tried here: see that nft -c -f /etc/sportello/firewall.nft says nothing.'
    fi
  fi
fi

# ---- the program

changed=no
if [ $packed = no ]; then
  # what runs, and no more: see electron-builder.yml
  parts=(dist assets/fonts package.json LICENSE)
  for package in @napi-rs serialport @serialport debug ms node-gyp-build espeak-ng; do parts+=("node_modules/$package"); done
  version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$root/package.json")
  content=$(cd "$root" && find "${parts[@]}" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-8)
  release=$version-$content
  if [ "$(readlink /opt/sportello/current 2>/dev/null)" != "$release" ]; then
    echo "The program $release"
    changed=yes
    # an older program may not read what a newer one wrote
    if [ -d /var/lib/sportello/office ]; then act /usr/local/sbin/sportello-backup; fi
    if [ ! -d "/opt/sportello/$release" ]; then
      act rm -rf /opt/sportello/new
      act mkdir -p /opt/sportello/new
      if [ $dry = no ]; then
        tar --create --directory "$root" "${parts[@]}" | tar --extract --directory /opt/sportello/new --no-same-owner
        chmod -R u=rwX,go=rX /opt/sportello/new
      fi
      act mv /opt/sportello/new "/opt/sportello/$release"
    fi
    if [ -e /opt/sportello/current ]; then act ln -sfn "$(readlink /opt/sportello/current)" /opt/sportello/previous; fi
    act ln -sfn "$release" /opt/sportello/current
    # the one before stays, for going back; what is older goes
    for old in /opt/sportello/*-????????; do
      case ${old##*/} in
        "$release" | "$(readlink /opt/sportello/previous 2>/dev/null)" | '*-????????') ;;
        *) act rm -rf "$old" ;;
      esac
    done
  fi
fi

# ---- what starts it

enabled=(sportello-session.service sportello.service sportello-health.timer sportello-backup.timer)
if [ -f /etc/sportello/firewall.nft ]; then enabled+=(sportello-firewall.service); fi
act systemctl --quiet enable "${enabled[@]}"
# three keys would start the machine again
act systemctl --quiet mask ctrl-alt-del.target
if [ $systemd = no ]; then
  leave 'systemd does not run here: nothing was started. It all starts when this system does.'
else
  act systemctl daemon-reload
  act systemctl start "${enabled[@]}"
  if [ $changed = yes ]; then act systemctl restart sportello.service; fi
fi

# ---- what is left

if ! grep -qx connected /sys/class/drm/*/status 2>/dev/null; then
  leave 'There is no screen here: that the kiosk fills it, and that a touch falls where the finger is, is to be seen there.'
fi
if [ ! -e /dev/watchdog ]; then leave 'This machine has no watchdog: a system that hangs stays so until it is switched off and on.'; fi
if ! grep -Eq '^SPORTELLO_PRINTER="?[a-z]' $settings 2>/dev/null && [ -z "$printer" ]; then
  leave "No printer is set: write it into $settings, or say --printer."
fi
if [ ! -s /var/lib/sportello/office/operators.json ]; then
  leave 'Nobody can sign in at a console yet: the kiosk shows the code for the first coordinator.'
fi

if [ $dry = yes ]; then echo 'Nothing was done.'; else echo 'The kiosk is installed.'; fi
if ((${#open[@]} > 0)); then
  echo 'Left to you:'
  printf -- '- %s\n' "${open[@]}"
fi
