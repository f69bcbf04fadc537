// The settings of the app: those of the Functions host, those that follow from what was made here, and those that the customer chose.
// They are written as a whole: what stands in the portal and not here is gone after a deployment.

import { productSettings } from '../settings.bicep'

param siteName string
param storageName string
param tableName string
param vaultAddress string
param insightsName string

@description('The client id of the app\'s identity.')
param identityClientId string

@description('Whether App Service signs people in. Only then does it take away a principal header that a caller sends himself.')
param signInIsOn bool

param settings productSettings

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: siteName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// { Gate: { MaxFailures: 30 } } becomes Gate__MaxFailures = '30'. All but Books stand in a section.
var sections = filter(items(settings), section => section.key != 'Books' && any(section.value) != null)
var perSection = map(
  sections,
  section =>
    map(filter(items(any(section.value)), setting => setting.value != null), setting => {
      name: '${section.key}__${setting.key}'
      value: string(setting.value)
    })
)
var chosen = toObject(flatten(perSection), setting => 'PERFECTVIEWFUNCTIONS_${setting.name}', setting => setting.value)
var books = empty(settings.?Books) ? {} : { PERFECTVIEWFUNCTIONS_Books: settings.?Books ?? '' }

var given = {
  PERFECTVIEWFUNCTIONS_Storage__Tables: storage.properties.primaryEndpoints.table
  PERFECTVIEWFUNCTIONS_Storage__Table: tableName
  PERFECTVIEWFUNCTIONS_Secrets__Vault: vaultAddress
  PERFECTVIEWFUNCTIONS_Identity__ClientId: identityClientId
  PERFECTVIEWFUNCTIONS_Gate__TrustPrincipalHeader: signInIsOn ? 'true' : 'false'
}

var host = {
  // Blobs alone: there is no queue, and the host's tables are for nothing that is used here.
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  // Both: by the address alone the host now and then fails to start (issue 11787 of azure-functions-host); the name alone is of no use in other clouds.
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsDisableHomepage: 'true'
  ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true'
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var signIn = signInIsOn ? { OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId } : {}

resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'appsettings'
  // What was made here wins over what was chosen.
  properties: union(chosen, books, given, host, signIn)
}
