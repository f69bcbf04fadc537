// For azd alone: what it needs to know comes from its environment (`azd env set ALERT_MAIL …`). Without azd use a file of customers/.
using 'main.bicep'

param customer = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param alertMails = [
  readEnvironmentVariable('ALERT_MAIL')
]
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID', '')
