#!/usr/bin/env bash
# Makes the package that Azure runs: the published Functions app as perfectviewfunctions-X.Y.Z.zip, with its SHA-256 beside it.
#
#   eng/publish.sh [OUTPUT]             into the folder OUTPUT, artifacts by itself; the last line is the path of the package
#   eng/publish.sh --unclean [OUTPUT]   also of a working tree with changes; "unclean" is then added to the version
#
# The version comes from the git tag (eng/Version.props). Entries are sorted and have the time of the commit, so that the package adds no difference of
# its own. The same commit does not make the same bytes everywhere: what the SDKs make of views and of the host's extensions names the folder of the
# working tree, and generated code follows the order in which the disk lists the sources. PVF_READYTORUN=false leaves out compiling ahead, where the
# package sources lack what that needs.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly project=src/PerfectviewFunctions.Functions/PerfectviewFunctions.Functions.csproj
unclean=false

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

main() {
  if [ "${1:-}" = --unclean ]; then unclean=true && shift; fi
  [ $# -le 1 ] || fail "Usage: eng/publish.sh [--unclean] [OUTPUT]"
  need git
  check_tree
  need zip unzip dotnet
  local version output stage package
  output=${1:-artifacts}
  mkdir -p "$output" && output=$(cd "$output" && pwd)
  stage=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$stage'" EXIT

  dotnet publish "$project" -c Release -o "$stage" -nodeReuse:false -v quiet \
    ${PVF_READYTORUN:+-p:PublishReadyToRun="$PVF_READYTORUN"}
  version=$(dotnet msbuild "$project" -nologo -nodeReuse:false -p:Configuration=Release '-t:VersionWithoutGit;MinVer' -getProperty:Version)
  if [ "$changed" = true ]; then
    case $version in *-*) version+=.unclean ;; *) version+=-unclean ;; esac
  fi
  package=$output/perfectviewfunctions-$version.zip
  pack "$stage" "$package"
  check_package "$package"
  (cd "$output" && sum "$(basename "$package")" > "$(basename "$package").sha256")
  echo "$package"
}

# Sets changed. A package is what a commit says, so that it can be made again.
check_tree() {
  changed=false
  git rev-parse --git-dir > /dev/null || fail "This is no git working tree: the version of the package comes from git."
  if [ -n "$(git status --porcelain)" ]; then
    changed=true
    "$unclean" || fail "The working tree has changes; commit them, or publish them nevertheless with --unclean:" "$(git status --short)"
  fi
  [ "$(git rev-parse --is-shallow-repository)" = false ] || [ -n "$(git tag --points-at HEAD --list 'v*')" ] ||
    fail "This clone is cut off, and with it the version: run git fetch --unshallow --tags first."
}

# Entries sorted by their bytes, folders left out, all with the time of the commit and rights of which only "can be run" differs; no owner, no time zone.
pack() {
  rm -f "$2"
  find "$1" -type f -exec chmod u=rwX,go=rX {} + -exec touch -d "@$(git log -1 --format=%ct)" {} +
  (cd "$1" && find . -type f | sed 's|^\./||' | LC_ALL=C sort | TZ=UTC zip -q -X -9 -@ "$2")
}

check_package() {
  local entries
  entries=$(unzip -Z1 "$1")
  has "$entries" host.json || spoilt "$1" "host.json is not in its root."
  has "$entries" PerfectviewFunctions.Functions.dll || spoilt "$1" "the app is not in its root."
  has "$entries" .azurefunctions/function.deps.json || spoilt "$1" "the extensions of the Functions host are not in it."
  ! grep -qi 'local\.settings.*\.json$' <<< "$entries" || spoilt "$1" "settings of somebody's own machine are in it."
}

has() {
  grep -qxF -e "$2" <<< "$1"
}

spoilt() {
  rm -f "$1"
  fail "The package is not right, and was deleted: $2"
}

sum() {
  if command -v sha256sum > /dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi
}

need() {
  local program
  for program in "$@"; do command -v "$program" > /dev/null || fail "$program is needed, and is not here."; done
}

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

main "$@"
