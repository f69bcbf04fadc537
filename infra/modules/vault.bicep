// The secrets: credentials, webhook secrets, the admin key. (As a module of the registry: avm/res/key-vault/vault.)

param name string
param location string
param tags object

@minValue(7)
@maxValue(90)
@description('How many days a deleted secret can be had back. Fixed once the vault is made.')
param softDeleteDays int

@description('Whether the vault is locked against deleting it.')
param locked bool

@description('The resource id of the Log Analytics workspace that takes the audit log.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: softDeleteDays
    // Can't be taken back: what is deleted stays until its days are over, whoever asks.
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    // Without a network of its own the app has no address that a rule could name. Who gets in is decided by role alone.
    publicNetworkAccess: 'Enabled'
  }
}

// This type has been a preview for years; there is no other version that knows the vault's categories.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the credentials of every linked administration.'
  }
}

output name string = vault.name
output address string = vault.properties.vaultUri
