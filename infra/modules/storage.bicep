// The store. (As a module of the registry: avm/res/storage/storage-account.)
//
// Table Storage has no way back to yesterday: neither soft delete nor a restore to a point in time. What protects the rows are copies (sku), a lock
// against deleting the account, and that nobody but the app's identity has a role for them.

param name string
param location string
param tags object

@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
@description('How often and how far apart the rows are kept.')
param sku string

@description('Whether the account is locked against deleting it.')
param locked bool

@description('The name of the product\'s table.')
param tableName string

var packages = 'packages'

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    // Without a network of its own the app has no address that a rule could name. Who gets in is decided by role alone.
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 14
    }
    // Here are packages, which can be built again, and what the Functions host notes every minute, of which it would keep each copy.
    deleteRetentionPolicy: {
      enabled: false
    }
  }
}

@description('Where the app\'s package is put when it is published.')
resource packageContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: packages
  properties: {
    publicAccess: 'None'
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = {
  parent: tables
  name: tableName
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds what was booked and what waits. There is no other copy.'
  }
}

output name string = account.name
output tableName string = table.name
output packageContainerName string = packageContainer.name
