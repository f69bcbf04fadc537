// A customer. Copy this to customers/<name>.bicepparam and fill it in. There is no secret in it, nor may there be: it belongs under version control.
using '../main.bicep'

// As the file is called.
param customer = 'example'

param alertMails = [
  'operations@example.com'
]

// What ./register.sh example printed. As long as it is empty nobody can sign in, and only the admin key opens the pages.
param signInClientId = ''

// Who may read and replace the secrets, as first-operator.sh does the admin key: yourself, at first. Taking somebody out takes no role away
// (docs/operations.md, When somebody leaves).
// az ad signed-in-user show --query id
param operators = [
  // { objectId: '00000000-0000-0000-0000-000000000000', kind: 'User' }
]

// Everything below has a default that does, and can be left out.

param storageSku = 'Standard_ZRS'

// Names and meanings: docs/settings.md. Durations are '00:00:30', a day is '1.00:00:00'.
param settings = {
  Payments: {
    Schedule: '0 7 * * * *'
  }
}

param limits = {
  waitingMinutes: 60
  attentionHours: 24
}
