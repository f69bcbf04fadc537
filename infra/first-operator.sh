#!/usr/bin/env bash
# Makes a person an operator of a customer's deployment, with its admin key. Others he can then make on the pages or by the API.
set -euo pipefail
set +x # the key is never to be shown, however this was started

usage() {
  cat << 'END'
first-operator.sh <customer> <object id> [name]

Reads the admin key from the customer's vault and makes the person with this object id in Microsoft Entra an operator, under this name. The key is shown
nowhere, and stands in no argument. For yourself: az ad signed-in-user show --query id

Needs az and curl; az signed in as one of the operators of the parameter file, who may read the vault. The app has to be deployed and running. From the
environment: AZURE_SUBSCRIPTION_ID, AZURE_RESOURCE_GROUP (common.sh).
END
}

# shellcheck source=infra/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case ${1:-} in
  --help | -h) usage && exit ;;
esac
(($# == 2 || $# == 3)) || { usage >&2 && exit 2; }

person=$(tr A-F a-f <<< "$2")
[[ $person =~ ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$ ]] || fail "\"$2\" is no object id: 8-4-4-4-12 hexadecimal digits."
person_name=${3:-}
[[ $person_name != *[[:cntrl:]]* ]] || fail "A name has no control characters."
command -v curl > /dev/null || fail "curl is missing."

body='{}'
if [[ -n $person_name ]]; then
  person_name=${person_name//\\/\\\\}
  body="{\"name\":\"${person_name//\"/\\\"}\"}"
fi

use_customer "$1"
vault=$(output_of main vaultName)
address=$(output_of main address)

say "Reading the admin key from $vault."
key=$(azure keyvault secret show --vault-name "$vault" --name deployment--admin-key --query value --output tsv)
[[ -n $key ]] || fail "The vault $vault has no admin key. The app makes it at its first start: is it running? $address/api/health/ready"

say "Making $person an operator at $address."
# By a pipe: an argument could be read by whoever is on this machine.
answer=$(printf 'X-Admin-Key: %s\n' "$key" |
  curl --fail-with-body --silent --show-error --max-time 60 --request PUT --header @- --header 'Content-Type: application/json' \
    --data "$body" "$address/api/operators/$person") || fail "It did not work. The app said: $answer"
say "Done."
