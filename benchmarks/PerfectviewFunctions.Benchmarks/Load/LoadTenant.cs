using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Load;

/// <param name="Prefix">Before its invoice numbers in the books.</param>
internal sealed record LoadTenant(TenantId Id, WebhookSecret Secret, SandboxAdministration Books, string Prefix, bool IsNoisy);
