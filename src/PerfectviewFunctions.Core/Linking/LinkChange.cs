using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>What came of a change of a tenant or its link.</summary>
public abstract record LinkChange
{
    private LinkChange()
    {
    }

    /// <param name="Tenant">As it is now.</param>
    public sealed record Done(Tenant Tenant) : LinkChange
    {
        /// <summary>When the link was made: the test that its credentials passed.</summary>
        public TestResult.Works? Test { get; init; }

        /// <summary>
        /// When the tenant was not linked before: since then webhooks were answered 409 and nothing was stored, so the sender has to offer
        /// what it sent since.
        /// </summary>
        public DateTimeOffset? OfferAgainFrom { get; init; }

        /// <summary>When the link was ended: how many invoices wait for it to come back.</summary>
        public int? Waiting { get; init; }

        /// <summary>What the person has to know about it.</summary>
        public FormNote? Note { get; init; }
    }

    /// <summary>There is no such tenant, or it is retired.</summary>
    public sealed record NoSuchTenant : LinkChange;

    /// <summary>What was filled in has faults.</summary>
    public sealed record Faulty(IReadOnlyList<FieldFault> Faults) : LinkChange;

    /// <summary>The books did not take the credentials, or could not be asked.</summary>
    public sealed record TestFailed(TestResult.Fails Test) : LinkChange;

    /// <summary>It can't be done as things stand; nothing was changed.</summary>
    public sealed record Conflict(Reason Reason) : LinkChange
    {
        public static Conflict Of(string code, params ReadOnlySpan<(string Name, string Value)> values) => new(Reason.Of(code, values));
    }
}
