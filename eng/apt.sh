# shellcheck shell=bash
# Sourced by ./test and .ci/run: what a machine lacks and Debian has.

# Installs packages without asking anything. Not 0 when that can't be done: no apt, or nobody who may.
apt_install() {
  local as_root=
  command -v apt-get > /dev/null || return
  [ "$(id -u)" -eq 0 ] || { as_root="sudo -n" && sudo -n true 2> /dev/null; } || return
  echo "installing $* by apt"
  apt_get update && apt_get install -y --no-install-recommends "$@"
}

# Standard output is left out: hundreds of lines that say nothing.
apt_get() {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" > /dev/null < /dev/null
}
