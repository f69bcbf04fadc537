// What somebody is told of, and who. (As modules of the registry: avm/res/insights/action-group and avm/res/insights/scheduled-query-rule.)
// Each rule asks one question of the workspace (queries/), which answers with a number, or with one for each tenant. The limits stand here.

import { alertLimits, usualLimits } from '../settings.bicep'

param customer string
param actionGroupName string
param location string
param tags object

@description('The resource id of the Log Analytics workspace.')
param workspaceId string

@description('Who gets the alerts, by mail.')
param mailReceivers string[]

@description('False keeps all rules silent.')
param enabled bool

param limits alertLimits

var limit = union(usualLimits, limits)
var runHours = limit.hoursWithoutPaymentRun

// name:      also that of the query, and, after "alert-", of the section in docs/operations.md
// title:     what it is about; text: what the mail says
// severity:  1, nothing goes on, or 2, somebody has to look today
// measure:   the column of the query that is held against the threshold
// per:       the column that says of whom: each is alerted for itself; empty where there is one row for all
// window:    mostly half an hour, looked at every quarter, so that what comes in some minutes late still counts
var rules = [
  {
    name: 'nothing-booked'
    title: 'nothing booked though events wait'
    text: 'What the link has to do by itself has waited for more than ${limit.waitingMinutes} minutes.'
    severity: 1
    query: loadTextContent('../queries/nothing-booked.kql')
    measure: 'Minutes'
    operator: 'GreaterThan'
    threshold: limit.waitingMinutes
    per: 'Tenant'
    window: 'PT30M'
    every: 'PT15M'
  }
  {
    name: 'attention-waits'
    title: 'action needed for too long'
    text: 'Something has waited for a person for more than ${limit.attentionHours} hours.'
    severity: 2
    query: loadTextContent('../queries/attention-waits.kql')
    measure: 'Hours'
    operator: 'GreaterThan'
    threshold: limit.attentionHours
    per: 'Tenant'
    window: 'PT30M'
    every: 'PT15M'
  }
  {
    name: 'connection-paused'
    title: 'connection paused'
    text: 'e-Boekhouden refuses the credentials of a tenant. Nothing is booked for it until they are right.'
    severity: 1
    query: loadTextContent('../queries/connection-paused.kql')
    measure: 'Paused'
    operator: 'GreaterThan'
    threshold: 0
    per: 'Tenant'
    window: 'PT30M'
    every: 'PT15M'
  }
  {
    name: 'no-payment-run'
    title: 'payments are not read'
    text: 'No run of payments came to its end for ${runHours} hours.'
    severity: 2
    query: loadTextContent('../queries/no-payment-run.kql')
    measure: 'Runs'
    operator: 'LessThan'
    threshold: 1
    per: ''
    window: runHours < 24 ? 'PT${runHours}H' : 'P${runHours / 24}D'
    every: 'PT15M'
  }
  {
    name: 'webhook-errors'
    title: 'webhook answers with errors'
    text: 'More than ${limit.webhookErrors} webhook calls in half an hour were answered with an error of ours. Perfectview has to send those events again.'
    severity: 1
    query: loadTextContent('../queries/webhook-errors.kql')
    measure: 'Errors'
    operator: 'GreaterThan'
    threshold: limit.webhookErrors
    per: ''
    window: 'PT30M'
    every: 'PT15M'
  }
  {
    name: 'vault-refuses'
    title: 'key vault refuses'
    text: 'More than ${limit.vaultRefusals} requests in half an hour were refused by the key vault (403), or put off (429).'
    severity: 2
    query: loadTextContent('../queries/vault-refuses.kql')
    measure: 'Refusals'
    operator: 'GreaterThan'
    threshold: limit.vaultRefusals
    per: ''
    window: 'PT30M'
    every: 'PT15M'
  }
  {
    name: 'failed-sign-ins'
    title: 'many failed sign-ins'
    text: 'More than ${limit.failedSignIns} calls in half an hour came with a wrong key or signature.'
    severity: 2
    query: loadTextContent('../queries/failed-sign-ins.kql')
    measure: 'Refusals'
    operator: 'GreaterThan'
    threshold: limit.failedSignIns
    per: ''
    window: 'PT30M'
    every: 'PT15M'
  }
  {
    name: 'app-silent'
    title: 'the app is silent'
    text: 'No run of a timer came to its end for 15 minutes, or nothing that is measured arrives. Nothing else may be alerted as long as this lasts.'
    severity: 1
    query: loadTextContent('../queries/app-silent.kql')
    measure: 'Runs'
    operator: 'LessThan'
    threshold: 1
    per: ''
    window: 'PT15M'
    every: 'PT5M'
  }
  {
    name: 'callbacks-given-up'
    title: 'Perfectview is not told of payments'
    text: 'Messages to Perfectview were given up: its address did not take them for too long.'
    severity: 2
    query: loadTextContent('../queries/callbacks-given-up.kql')
    measure: 'GivenUp'
    operator: 'GreaterThan'
    threshold: 0
    per: ''
    window: 'PT30M'
    every: 'PT15M'
  }
  {
    // A day, so that it is one alert and not a new one at each look-up.
    name: 'lookups-nearly-spent'
    title: 'look-ups nearly spent'
    text: 'More than ${limit.lookups} of the 5,000 look-ups that e-Boekhouden gives an administration in a month are used.'
    severity: 2
    query: loadTextContent('../queries/lookups-nearly-spent.kql')
    measure: 'Used'
    operator: 'GreaterThan'
    threshold: limit.lookups
    per: 'Administration'
    window: 'P1D'
    every: 'PT1H'
  }
]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    // The sender of what is shown; 12 characters at most.
    groupShortName: take(customer, 12)
    enabled: true
    emailReceivers: [
      for (address, index) in mailReceivers: {
        name: 'mail-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: 'alert-${customer}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${customer}: ${rule.title}'
      description: '${rule.text} What to do: docs/operations.md#alert-${rule.name}'
      enabled: enabled
      severity: rule.severity
      scopes: [
        workspaceId
      ]
      evaluationFrequency: rule.every
      windowSize: rule.window
      // It ends by itself when what it tells of does.
      autoMitigate: true
      // The workspace is new at the first deployment and has not seen all that is asked for.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: rule.measure
            dimensions: empty(rule.per)
              ? []
              : [
                  {
                    name: rule.per
                    operator: 'Include'
                    values: [
                      '*'
                    ]
                  }
                ]
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          actionGroup.id
        ]
      }
    }
  }
]
