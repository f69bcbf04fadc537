#!/usr/bin/env bash
# Deploys a customer: shows what would change, asks, does it, publishes the app, and waits until it answers.
set -euo pipefail

usage() {
  cat << 'END'
deploy.sh <customer> [--what-if | --yes] [--package app.zip] [--no-wait]

Deploys main.bicep with customers/<customer>.bicepparam into the customer's resource group, which is made if it is not there.

  --what-if           only shows what would change; with the right to read, and to ask (docs/operations.md)
  --yes               does not ask
  --package app.zip   publishes this package afterwards: the published app, with host.json at its top
  --no-wait           does not wait until the app says that it is ready, and does not look whether it refuses a forged sign-in; for when nothing was
                      published yet

Needs az and curl; az signed in as an owner of the resource group (roles are assigned and locks set). From the environment: AZURE_SUBSCRIPTION_ID,
AZURE_RESOURCE_GROUP, AZURE_LOCATION (common.sh), CUSTOMERS (the folder of the parameter files, customers/ by itself), READY_WITHIN and READY_PAUSE
(seconds for which publishing is tried again, and for which the app is waited for, and between two tries: 600 and 10 by themselves).
END
}

# shellcheck source=infra/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

name='' package='' what_if=false yes=false wait=true
while (($#)); do
  case $1 in
    --help | -h) usage && exit ;;
    --what-if) what_if=true ;;
    --yes) yes=true ;;
    --no-wait) wait=false ;;
    --package)
      (($# > 1)) || fail "--package needs the file. See deploy.sh --help."
      package=$2
      shift
      ;;
    -*) fail "Unknown option $1. See deploy.sh --help." ;;
    *)
      [[ -z $name ]] || fail "One customer at a time. See deploy.sh --help."
      name=$1
      ;;
  esac
  shift
done
[[ -n $name ]] || { usage >&2 && exit 2; }

parameters=${CUSTOMERS:-$infra/customers}/$name.bicepparam
[[ -f $parameters ]] || fail "$parameters is missing. Copy customers/example.bicepparam and fill it in."
grep -Eq "^param customer = '$name'\s*$" "$parameters" || fail "$parameters is not of $name: it needs the line  param customer = '$name'"
[[ -z $package || -f $package ]] || fail "The package $package is missing."
[[ ${READY_WITHIN:=600} =~ ^[0-9]+$ ]] || fail "READY_WITHIN is a number of seconds."
command -v curl > /dev/null || fail "curl is missing."

# Does it until it works; not 0 when it does not within the time.
try_for_a_while() {
  local last=$((SECONDS + READY_WITHIN))
  until "$@"; do
    ((SECONDS < last)) || return
    sleep "${READY_PAUSE:-10}"
  done
}

# It is put into storage as the app's identity, whose role there may be minutes old and not work yet.
publish() { azure functionapp deployment source config-zip --resource-group "$group" --name "$site" --src "$package" --output none; }

# Whether the app says that it reaches its store and its secrets.
is_ready() { curl --fail --silent --output /dev/null --max-time 20 "$address/api/health/ready"; }

# What the app answers to somebody who says himself that he is signed in. App Service has to take that away, so: 401.
answer_to_forged_principal() {
  local principal
  principal=$(printf '{"auth_typ":"aad","claims":[{"typ":"oid","val":"00000000-0000-4000-8000-000000000000"}]}' | base64 | tr -d '\n')
  curl --silent --output /dev/null --max-time 60 --write-out '%{http_code}' --header "X-MS-CLIENT-PRINCIPAL: $principal" "$1/api/operators" || true
}

use_customer "$name"
if [[ $what_if == true && $(azure group exists --name "$group") != true ]]; then
  say "There is no resource group $group yet: all of main.bicep would be made."
  exit
fi
make_group

# Who only looks needs no right to write what is shown; who deploys is told here what he may not.
rights=
[[ $what_if == false ]] || rights=ProviderNoRbac
say "What would change:"
azure deployment group what-if --resource-group "$group" --name main --parameters "$parameters" ${rights:+--validation-level "$rights"}
[[ $what_if == false ]] || exit 0

if [[ $yes == false ]]; then
  read -r -p "Deploy this? Type the customer's name: " answer || answer=
  [[ $answer == "$customer" ]] || fail "Nothing was deployed."
fi

say "Deploying."
azure deployment group create --resource-group "$group" --name main --parameters "$parameters" --output none
site=$(output_of main siteName)
address=$(output_of main address)
pages=$(output_of main pageAddress)
webhooks=$(output_of main webhookAddress)

if [[ -n $package ]]; then
  say "Publishing $package to $site."
  try_for_a_while publish || fail "It was not published; the infrastructure is as it should be. Run this again."
fi

if [[ $wait == true ]]; then
  say "Waiting until $address is ready, for $READY_WITHIN seconds at most."
  try_for_a_while is_ready || fail "It is not. Look at $address/api/health/ready and at the app's log stream; docs/operations.md tells what to look for."
  say "It is ready. Trying a forged sign-in."
  answer=$(answer_to_forged_principal "$address")
  [[ $answer == 401 ]] || fail "It was answered $answer instead of 401: the app may believe whoever says that he is signed in.
Set signInClientId to '' in $parameters and deploy again; the admin key still opens the pages."
  say "It was refused, as it should be."
fi

say "Pages:    $pages"
say "Webhooks: $webhooks"
