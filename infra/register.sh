#!/usr/bin/env bash
# Registers the customer's app with Microsoft Entra, so that people can sign in. Before the first deployment; again at any time, which changes nothing.
set -euo pipefail

usage() {
  cat << 'END'
register.sh <customer> [--assigned-only]

Makes the customer's resource group and identity, the app registration "PerfectviewFunctions <customer>", its trust in that identity, and its service
principal; each unless it is there. There is no client secret. Prints the client id for signInClientId in the customer's parameter file.

  --assigned-only   only people who are assigned to the app in Entra can sign in at all. Without it everybody of the directory can, and whoever has
                    no role in the product sees nothing there.

A new app is not known everywhere at once: if a step does not find it, run this again a minute later.

Needs az, signed in as somebody who may make resource groups and app registrations. From the environment: AZURE_SUBSCRIPTION_ID, AZURE_RESOURCE_GROUP,
AZURE_LOCATION (common.sh).
END
}

# shellcheck source=infra/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

name=
assigned_only=false
for argument; do
  case $argument in
    --help | -h) usage && exit ;;
    --assigned-only) assigned_only=true ;;
    -*) fail "Unknown option $argument. See register.sh --help." ;;
    *)
      [[ -z $name ]] || fail "One customer at a time. See register.sh --help."
      name=$argument
      ;;
  esac
done
[[ -n $name ]] || { usage >&2 && exit 2; }

use_customer "$name"
tenant=$(azure account show --query tenantId --output tsv)
[[ $tenant == "$(az account show --query tenantId --output tsv)" ]] ||
  fail "The subscription is in another directory than the one az registers in. Choose it: az account set --subscription \"\$AZURE_SUBSCRIPTION_ID\""

make_group
say "Making the identity."
azure deployment group create --resource-group "$group" --name prestep --template-file "$infra/prestep.bicep" \
  --parameters "customer=$customer" --output none
principal=$(output_of prestep identityPrincipalId)
redirect=$(output_of prestep address)/.auth/login/aad/callback

app_name="PerfectviewFunctions $customer"
app=$(az ad app list --filter "displayName eq '$app_name'" --query '[].appId' --output tsv)
case $app in
  '')
    say "Registering the app \"$app_name\"."
    app=$(az ad app create --display-name "$app_name" --sign-in-audience AzureADMyOrg --enable-id-token-issuance true \
      --web-redirect-uris "$redirect" --query appId --output tsv)
    ;;
  *$'\n'*) fail "There are several apps \"$app_name\". Delete those that are not this customer's." ;;
  *)
    say "The app \"$app_name\" is registered."
    # Others may have been added since, as for a domain of the customer's own.
    redirects=$(az ad app show --id "$app" --query web.redirectUris --output tsv)
    if ! grep -Fqx "$redirect" <<< "$redirects"; then
      say "Adding its redirect address."
      # shellcheck disable=SC2086 # an argument for each
      az ad app update --id "$app" --enable-id-token-issuance true --web-redirect-uris $redirects "$redirect" --output none
    fi
    ;;
esac

credential=$(printf '{"name":"identity","issuer":"https://login.microsoftonline.com/%s/v2.0","subject":"%s","audiences":["api://AzureADTokenExchange"]}' \
  "$tenant" "$principal")
trusted=$(az ad app federated-credential list --id "$app" --query "[?name=='identity'].subject" --output tsv)
if [[ -z $trusted ]]; then
  say "Having it trust the identity $principal."
  az ad app federated-credential create --id "$app" --parameters "$credential" --output none
elif [[ $trusted != "$principal" ]]; then
  say "Having it trust the identity $principal instead of $trusted."
  az ad app federated-credential update --id "$app" --federated-credential-id identity --parameters "$credential" --output none
fi

if [[ -z $(az ad sp list --filter "appId eq '$app'" --query '[].id' --output tsv) ]]; then
  say "Making its service principal."
  az ad sp create --id "$app" --output none
fi
if [[ $assigned_only == true ]]; then
  say "Letting only assigned people sign in."
  az ad sp update --id "$app" --set appRoleAssignmentRequired=true --output none
fi

say "Done. In customers/$customer.bicepparam:"
say "param signInClientId = '$app'"
