// What has to be there before people's sign-in can be registered: the identity. main.bicep makes the same again, and finds it made.
targetScope = 'resourceGroup'

import { namesOf } from 'modules/names.bicep'

@minLength(2)
@maxLength(20)
@description('As in main.bicep.')
param customer string

var names = namesOf(customer, resourceGroup().id)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: names.identity
    location: resourceGroup().location
    tags: {
      product: 'PerfectviewFunctions'
      customer: customer
    }
  }
}

@description('Whom the app registration has to trust.')
output identityPrincipalId string = identity.outputs.principalId

@description('Where the app will answer.')
output address string = 'https://${names.site}.azurewebsites.net'
