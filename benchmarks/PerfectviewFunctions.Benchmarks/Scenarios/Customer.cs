using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <param name="Secret">What its invoices are signed with.</param>
/// <param name="Webhooks">Where they are sent: one address for each host.</param>
internal sealed record Customer(string Name, SandboxAdministration Books, WebhookSecret Secret, IReadOnlyList<Uri> Webhooks);
