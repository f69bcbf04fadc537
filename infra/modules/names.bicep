// What everything of a customer is called. The pre-step and the deployment both ask here, so they agree.

@export()
@sealed()
@description('The names of all that a customer has.')
type resourceNames = {
  identity: string
  storage: string
  vault: string
  workspace: string
  insights: string
  plan: string
  site: string
  actionGroup: string
}

@export()
@description('Names by the usual abbreviations. The customer makes them readable, the group makes them unique in the world.')
func namesOf(customer string, groupId string) resourceNames => {
  identity: 'id-${customer}-${uniqueString(groupId, customer)}'
  // 24 small letters and digits at most.
  storage: 'st${take(replace(customer, '-', ''), 9)}${uniqueString(groupId, customer)}'
  // 24 at most, and no two hyphens in a row.
  vault: 'kv-${take(replace(customer, '-', ''), 7)}-${uniqueString(groupId, customer)}'
  workspace: 'log-${customer}-${uniqueString(groupId, customer)}'
  insights: 'appi-${customer}-${uniqueString(groupId, customer)}'
  plan: 'plan-${customer}-${uniqueString(groupId, customer)}'
  site: 'func-${customer}-${uniqueString(groupId, customer)}'
  actionGroup: 'ag-${customer}-${uniqueString(groupId, customer)}'
}
