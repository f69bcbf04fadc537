// What is measured and logged. (As modules of the registry: avm/res/operational-insights/workspace and avm/res/insights/component.)

param workspaceName string
param insightsName string
param location string
param tags object

@minValue(1)
@description('Gigabytes a day, after which nothing more is taken in until the next day.')
param dailyCapGb int

@minValue(30)
@maxValue(730)
@description('How many days logs and metrics are kept.')
param retentionDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    // Only who has the role may send: the connection string alone opens nothing.
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.id
output insightsName string = insights.name
