using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>That a look-up found nothing under an invoice's number.</summary>
/// <param name="Administration">Where it was looked for.</param>
/// <param name="Number">As it would stand there, with its prefix.</param>
public sealed record AbsenceProof(AdministrationKey Administration, string Number, DateTimeOffset At);
