// All that one customer has, in one resource group. Deployed again for every change; what it finds as it should be it leaves alone.
// A customer is described by a file in customers/; deploy.sh runs this, and docs/operations.md goes through it step by step.
targetScope = 'resourceGroup'

import { namesOf } from 'modules/names.bicep'
import { alertLimits, operator, productSettings } from 'settings.bicep'

@minLength(2)
@maxLength(20)
@description('A short name of the customer: small letters, digits and hyphens, a letter first. It is in the names of all that is made, so it stays.')
param customer string

@description('Where all but the identity stands; by itself where the resource group does. It has to have Flex Consumption.')
param location string = resourceGroup().location

@description('Tags beside product and customer.')
param tags object = {}

@maxLength(36)
@description('The client id that register.sh printed: people sign in with Microsoft Entra. Empty: they can\'t, and only the admin key opens the pages.')
param signInClientId string = ''

@description('People and groups that may read and replace every secret in the vault: the admin key, and the credentials of tenants. Who is taken out here keeps his role: docs/operations.md.')
param operators operator[] = []

@description('Settings of the product that differ from its defaults.')
param settings productSettings = {}

@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
@description('How often the store is kept: three times in one place (LRS), over three zones (ZRS), and either with copies in the paired region (GRS, GZRS). Copies protect against a disaster, not against deleting: what is deleted is deleted in each.')
param storageSku string = 'Standard_ZRS'

@minLength(3)
@maxLength(63)
@description('The name of the product\'s table. Fixed once there are rows in it.')
param tableName string = 'perfectview'

@description('Whether storage account and vault are locked against deleting them. Who ends a customer takes the locks off first.')
param lockStores bool = true

@minValue(7)
@maxValue(90)
@description('How many days a deleted secret can be had back. Fixed once the vault is made.')
param softDeleteDays int = 90

@allowed([
  512
  2048
  4096
])
@description('The memory of an instance, in megabytes.')
param instanceMemoryMB int = 512

@minValue(40)
@maxValue(1000)
@description('How many instances there may be at once. The platform takes no fewer than 40.')
param maximumInstanceCount int = 40

@minValue(1)
@description('Gigabytes of logs and metrics a day, after which nothing more is taken in until the next day; the alert app-silent tells of it.')
param dailyCapGb int = 1

@minValue(30)
@maxValue(730)
@description('How many days logs and metrics are kept.')
param logRetentionDays int = 90

@minLength(1)
@description('Who gets the alerts, by mail.')
param alertMails string[]

@description('False keeps all alerts silent, as while an app is stopped on purpose.')
param alertsOn bool = true

@description('When an alert is sent, where that differs from the usual (settings.bicep).')
param limits alertLimits = {}

var names = namesOf(customer, resourceGroup().id)
var allTags = union(tags, {
  product: 'PerfectviewFunctions'
  customer: customer
})
var signInIsOn = !empty(signInClientId)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: names.identity
    // Where prestep.bicep made it, wherever the rest goes: what is there can't be moved. It is known in all regions.
    location: resourceGroup().location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    location: location
    tags: allTags
    dailyCapGb: dailyCapGb
    retentionDays: logRetentionDays
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: names.storage
    location: location
    tags: allTags
    sku: storageSku
    locked: lockStores
    tableName: tableName
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: names.vault
    location: location
    tags: allTags
    softDeleteDays: softDeleteDays
    locked: lockStores
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
    principalId: identity.outputs.principalId
    operators: operators
  }
}

module functionApp 'modules/functionapp.bicep' = {
  name: 'functionapp'
  // The app reads its package by its roles.
  dependsOn: [
    roles
  ]
  params: {
    planName: names.plan
    siteName: names.site
    location: location
    tags: allTags
    identityId: identity.outputs.id
    storageName: storage.outputs.name
    packageContainerName: storage.outputs.packageContainerName
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
  }
}

module auth 'modules/auth.bicep' = if (signInIsOn) {
  name: 'auth'
  params: {
    siteName: functionApp.outputs.name
    clientId: signInClientId
  }
}

module appSettings 'modules/appsettings.bicep' = {
  name: 'appsettings'
  // Sign-in first: between the two, an app told to trust the principal header would believe whoever sends one.
  dependsOn: [
    auth
  ]
  params: {
    siteName: functionApp.outputs.name
    storageName: storage.outputs.name
    tableName: storage.outputs.tableName
    vaultAddress: vault.outputs.address
    insightsName: monitoring.outputs.insightsName
    identityClientId: identity.outputs.clientId
    signInIsOn: signInIsOn
    settings: settings
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    customer: customer
    actionGroupName: names.actionGroup
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
    mailReceivers: alertMails
    enabled: alertsOn
    limits: limits
  }
}

@description('Where Perfectview sends events of a tenant.')
output webhookAddress string = 'https://${functionApp.outputs.host}/api/webhooks/{tenant}'

@description('Where people go.')
output pageAddress string = 'https://${functionApp.outputs.host}/koppeling'

@description('Where all answers; without a slash at the end.')
output address string = 'https://${functionApp.outputs.host}'

output siteName string = functionApp.outputs.name
output vaultName string = vault.outputs.name
output identityPrincipalId string = identity.outputs.principalId
