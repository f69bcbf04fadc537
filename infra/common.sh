# shellcheck shell=bash
# Sourced by the scripts beside it: what they share. From the environment come
#   AZURE_SUBSCRIPTION_ID   where, if not in the subscription that az has chosen
#   AZURE_RESOURCE_GROUP    the customer's resource group; rg-perfectviewfunctions-<customer> by itself
#   AZURE_LOCATION          where a new resource group is made; westeurope by itself

infra=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck disable=SC2034 # for the scripts that source this
readonly infra

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# az, in the subscription that was asked for. Not for `az ad`, which knows no subscription.
azure() { az "$@" ${AZURE_SUBSCRIPTION_ID:+--subscription "$AZURE_SUBSCRIPTION_ID"}; }

# Sets customer and group, or ends with what is wrong.
use_customer() {
  [[ $1 =~ ^[a-z][a-z0-9-]{1,19}$ ]] || fail "\"$1\" is no customer: 2 to 20 small letters, digits and hyphens, a letter first."
  command -v az > /dev/null || fail "az is missing: https://aka.ms/azure-cli"
  customer=$1
  group=${AZURE_RESOURCE_GROUP:-rg-perfectviewfunctions-$customer}
  say "Customer $customer, resource group $group, subscription $(azure account show --query name --output tsv)."
}

# Makes the resource group, unless it is there.
make_group() {
  [[ $(azure group exists --name "$group") == true ]] && return
  say "Making the resource group $group."
  azure group create --name "$group" --location "${AZURE_LOCATION:-westeurope}" --tags product=PerfectviewFunctions "customer=$customer" --output none
}

# One output of a deployment in the group.
output_of() {
  local value
  value=$(azure deployment group show --resource-group "$group" --name "$1" --query "properties.outputs.$2.value" --output tsv)
  [[ -n $value ]] || fail "The deployment \"$1\" of $group has no output $2."
  printf '%s' "$value"
}
