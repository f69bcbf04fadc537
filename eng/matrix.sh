#!/usr/bin/env bash
# Everything end to end for every API and every store, kills and random walks included. Hours; ends with the first combination that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
for api in soap rest; do
  for store in sqlite azurite; do
    echo "== $api on $store"
    PVF_API=$api PVF_STORE=$store PVF_LONG="${PVF_LONG:-1}" ./test EndToEnd
  done
done
