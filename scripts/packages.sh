# shellcheck shell=bash
# Sourced by the other scripts: what must be installed, and installing it where we may.

# need_dotnet: the SDK that global.json asks for, or a sentence that says how to get it.
need_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --version >/dev/null 2>&1; then
    echo "The .NET 10 SDK is missing. Install it as https://learn.microsoft.com/dotnet/core/install/linux-debian says, then run this again." >&2
    exit 1
  fi
}

# need_debian PACKAGE…: installs what is missing when we are root, else says exactly what to install and fails.
need_debian() {
  local missing=() package
  for package in "$@"; do
    # t64: names of trixie for the same library (64-bit time); dpkg-query knows them as providers only, so both are asked for.
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' ||
      dpkg-query -W -f '${db:Status-Abbrev}' "${package}t64" 2>/dev/null | grep -q '^ii' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "These Debian packages are missing. Install them, then run this again:" >&2
    echo "  sudo apt-get install ${missing[*]}" >&2
    return 1
  fi
  echo "Installing ${missing[*]} …"
  local log
  log=$(mktemp)
  if ! install_stopped "${missing[@]}" >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# install_stopped PACKAGE…: what is installed here is started by the tests themselves. Debian's packages of web and mail servers would start
# them at once, on every interface, but for a policy that says no. A policy that is there already is the machine's owner's and stays.
install_stopped() (
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    trap 'exit 130' INT TERM HUP
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends "$@" || { apt-get update && apt-get install -y --no-install-recommends "$@"; }
)
