#!/usr/bin/env bash
# What CHANGELOG.md says of a version, as the notes of its release: eng/release-notes.sh v1.2.3. A version that it does not tell of is not released; a
# pre-release such as v1.2.3-rc.1 has what is told of the version that it leads to, or else what is unreleased.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ $# -eq 1 ] || { echo "Usage: eng/release-notes.sh VERSION" >&2 && exit 1; }

# The lines below a heading such as "## [1.2.3] - 2026-01-31", up to the next one.
section() {
  awk -v heading="## [$1]" '
    /^## / || /^\[[^]]*\]: / { inside = index($0, heading) == 1; next }
    inside { print }' "${CHANGELOG:-CHANGELOG.md}" | sed -e '/./,$!d'
}

version=${1#v}
notes=$(section "$version")
case $version in
  *-*)
    [ -n "$notes" ] || notes=$(section "${version%%-*}")
    [ -n "$notes" ] || notes=$(section Unreleased)
    ;;
esac
[ -n "$notes" ] || { echo "CHANGELOG.md has no section for $version: \"## [$version] - date\", with what changed below it." >&2 && exit 1; }
printf '%s\n' "$notes"
