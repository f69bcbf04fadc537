// The types of what a customer's parameter file may say. The names in productSettings are those of the product's settings (docs/settings.md);
// what is left out takes its default there. A misspelt name is refused before anything is deployed.

@description('A duration: hh:mm:ss, with days as d.hh:mm:ss.')
type duration = string

@export()
@sealed()
@description('What can be set for the product. Where rows and secrets are kept is not here: the deployment sets that itself.')
type productSettings = {
  @description('The SOAP address of e-Boekhouden; left out: the real one.')
  Books: string?

  @description('How the REST API is reached, by the tenants that are linked with a token.')
  Rest: restSettings?

  @description('Durations by which the engine decides; leave them as they are.')
  Engine: engineSettings?

  @description('How much may wait.')
  Intake: intakeSettings?

  @description('When and how payments are read.')
  Payments: paymentSettings?

  @description('How Perfectview is told of payments.')
  Callbacks: callbackSettings?

  @description('How many failed attempts are borne, and how many requests at once.')
  Gate: gateSettings?
}

@sealed()
type restSettings = {
  @description('The address above v1; left out: the real one.')
  Endpoint: string?

  @description('The name under which sessions are opened.')
  @minLength(1)
  @maxLength(10)
  Source: string?

  @description('How long one read may take, all its pages included; leave it as it is.')
  ReadTimeout: duration?

  @description('How long making a connection may take; leave it as it is.')
  ConnectTimeout: duration?

  @description('The size from which an answer is no longer read, in bytes; leave it as it is.')
  @minValue(1024)
  @maxValue(1073741824)
  MaxAnswerBytes: int?

  @description('True once a booking with reverse-charged VAT was tried on a trial administration.')
  ReverseCharge: bool?
}

@sealed()
type engineSettings = {
  @description('How long a lease holds without renewal.')
  LeaseLength: duration?

  @description('How long one call to the books may take; shorter than the lease.')
  CallTimeout: duration?

  @description('What is added to both before a look-up may prove that a booking is absent.')
  AbsenceMargin: duration?

  @description('How long a webhook call works before it answers.')
  RequestBudget: duration?

  @description('How long one run of the minute timer goes on; less than a minute.')
  SweepBudget: duration?

  @description('How long the minute timer works on one administration before the others have their turn.')
  SweepTurn: duration?

  @description('How many administrations the minute timer works on at the same time.')
  @minValue(1)
  SweepParallelism: int?

  @description('The first wait after a passing failure; it doubles up to an hour.')
  FirstRetry: duration?

  @description('How long a paused connection rests before it is tried again.')
  ProbeInterval: duration?

  @description('How long the list of relations of an administration serves.')
  DebtorIndexAge: duration?

  @description('Look-ups per administration and month.')
  @minValue(1)
  LookupsPerMonth: int?
}

@sealed()
type intakeSettings = {
  @description('How many events of one tenant may wait for the link; beyond that its requests are answered 429.')
  @minValue(1)
  PendingPerTenant: int?
}

@sealed()
type paymentSettings = {
  @description('Six fields: second minute hour day month weekday, in UTC.')
  Schedule: string?

  @description('How long an invoice must have been booked before a list that lacks it says anything; leave it as it is.')
  BookedBefore: duration?

  @description('How many administrations are read at the same time.')
  @minValue(1)
  Parallelism: int?

  @description('After this a run begins nothing further, and the next minute goes on.')
  RunBudget: duration?

  @description('How many of an administration\'s look-ups in a month are for payments.')
  @minValue(0)
  LookupsPerMonth: int?

  @description('How long after one reading another may be asked for.')
  AskAgainAfter: duration?
}

@sealed()
type callbackSettings = {
  @description('True where Perfectview is told at an address in a private network.')
  AllowPrivateAddresses: bool?

  @description('How long one delivery may take.')
  Timeout: duration?

  @description('How long after that another may send a message whose sender was not heard of again; leave it as it is.')
  ClaimMargin: duration?

  @description('How long a message is tried before a person has to look.')
  GiveUpAfter: duration?

  @description('The first wait after a failure; it doubles up to an hour.')
  FirstRetry: duration?

  @description('To how many tenants\' receivers messages are sent at the same time.')
  @minValue(1)
  Parallelism: int?
}

@sealed()
type gateSettings = {
  @description('Of no use behind the Functions host, which passes on one address, the one it takes for the caller\'s.')
  TrustForwardedFor: bool?

  @description('Failed attempts of one address within the window, after which it has to wait.')
  @minValue(1)
  MaxFailures: int?

  @description('A second to an hour.')
  FailureWindow: duration?

  @description('How many addresses are counted at a time.')
  @minValue(1)
  @maxValue(1000000)
  MaxCounted: int?

  @description('How many requests of senders are read and worked on at once, and as many of everybody else.')
  @minValue(1)
  @maxValue(10000)
  MaxAtOnce: int?

  @description('How many of those one tenant may have.')
  @minValue(1)
  @maxValue(10000)
  MaxAtOncePerTenant: int?
}

@export()
@sealed()
@description('Somebody, or a group, that may read and replace the admin key in the vault.')
type operator = {
  @description('The object id in Microsoft Entra.')
  @minLength(36)
  @maxLength(36)
  objectId: string
  kind: 'User' | 'Group'
}

@export()
@sealed()
@description('When an alert is sent. What is left out is as in usualLimits.')
type alertLimits = {
  @description('Minutes that something may wait which the link has to do by itself.')
  @minValue(15)
  waitingMinutes: int?

  @description('Hours that something may wait for a person.')
  @minValue(1)
  attentionHours: int?

  @description('Hours in which no run of payments came to its end. A minute that finds all read is one that did.')
  hoursWithoutPaymentRun: (2 | 3 | 4 | 5 | 6 | 24 | 48)?

  @description('Webhook calls in half an hour that were answered with an error of ours.')
  @minValue(0)
  webhookErrors: int?

  @description('Times in half an hour that the vault refused or put off a request.')
  @minValue(0)
  vaultRefusals: int?

  @description('Failed keys and signatures in half an hour.')
  @minValue(0)
  failedSignIns: int?

  @description('Look-ups of an administration in a month. e-Boekhouden gives 5,000.')
  @minValue(1)
  @maxValue(5000)
  lookups: int?
}

@export()
@description('When an alert is sent if the customer says nothing else.')
var usualLimits = {
  waitingMinutes: 60
  attentionHours: 24
  hoursWithoutPaymentRun: 2
  webhookErrors: 0
  vaultRefusals: 5
  failedSignIns: 50
  lookups: 4000
}
