#!/usr/bin/env bash
# The customers there are to deploy, as JSON for a workflow: ["a","b"].
#
#   eng/customers.sh             all: a customer is a file infra/customers/<customer>.bicepparam, other than the example
#   eng/customers.sh CUSTOMER    that one, if it is there
#
# CUSTOMERS names another folder.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

[ $# -le 1 ] || fail "Usage: eng/customers.sh [CUSTOMER]"
folder=${CUSTOMERS:-infra/customers}
list=
for file in "$folder"/*.bicepparam; do
  name=$(basename "$file" .bicepparam)
  if [ ! -f "$file" ] || [ "$name" = example ]; then continue; fi
  if [ $# -eq 1 ] && [ "$name" != "$1" ]; then continue; fi
  [[ $name =~ ^[a-z][a-z0-9-]{1,19}$ ]] || fail "$file is not called after a customer: small letters, digits and hyphens, a letter first."
  list+=",\"$name\""
done
[ -n "$list" ] || fail "There is no customer${1:+ $1} in $folder."
echo "[${list#,}]"
