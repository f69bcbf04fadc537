// As whom the app reaches everything. It is not the app's own, so that it outlives the app and can be given roles before the app is there.
// (As a module of the registry: avm/res/managed-identity/user-assigned-identity.)

param name string
param location string
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
