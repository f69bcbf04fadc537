using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>One worker's turn at one invoice of a tenant: settings and credentials as they were when it began, under the administration's lease.</summary>
internal sealed record TenantPass(
    Tenant Tenant, AdministrationKey Administration, BookkeepingCredentials Credentials, WorkLease Lease);
