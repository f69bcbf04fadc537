// People sign in with Microsoft Entra; App Service sees to it and says to the app who they are. Requests without a sign-in pass: webhooks and keys
// come without one, and the app decides of each request whether it may (docs/architecture.md).
// There is no client secret: the identity vouches for the app registration, which trusts it by a federated credential (register.sh).

param siteName string

@description('The client id of the app registration.')
param clientId string

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: siteName
}

resource signIn 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          // No secret stands in this setting, but the client id of the identity: its name alone makes App Service ask it instead.
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${subscription().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            clientId
            'api://${clientId}'
          ]
        }
      }
    }
    httpSettings: {
      requireHttps: true
    }
    login: {
      tokenStore: {
        // The app needs to know who it is, and calls nothing in his name.
        enabled: false
      }
    }
  }
}
