using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.EBoekhouden.Tests.Rest.Support;

namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>One of the two APIs at the level of connections: its gateway as it is composed, and what is said over the wire.</summary>
internal abstract class WireApi
{
    /// <summary>How the request of a booking begins to be one.</summary>
    public abstract string Booking { get; }

    public abstract BookkeepingCredentials Credentials { get; }

    /// <summary>The body that answers a request, or null for a booking.</summary>
    public abstract string? AnswerBefore(string request);

    /// <summary>The body that answers a booking with mutation 12.</summary>
    public abstract string Booked { get; }

    /// <summary>The status of that answer.</summary>
    public abstract string BookedStatus { get; }

    public abstract IBookkeeping Connect(Uri address, ILoggerFactory logs, TimeSpan connectTimeout);

    public static WireApi Of(string name) => name == "rest" ? new RestWire() : new SoapWire();

    private sealed class SoapWire : WireApi
    {
        public override string Booking => "<AddMutatie xmlns=";

        public override BookkeepingCredentials Credentials => Bench.Credentials;

        public override string BookedStatus => "200 OK";

        public override string Booked => Wire.Answer("AddMutatie", "<Mutatienummer>12</Mutatienummer>");

        public override string? AnswerBefore(string request) => request.Contains("<OpenSession xmlns=", StringComparison.Ordinal)
            ? Wire.Answer("OpenSession", "<SessionID>{S-1}</SessionID>")
            : null;

        public override IBookkeeping Connect(Uri address, ILoggerFactory logs, TimeSpan connectTimeout) => SoapBookkeeping.Create(
            new SoapOptions { Endpoint = new Uri(address, "soap.asmx"), ConnectTimeout = connectTimeout }, TimeProvider.System, logs);
    }

    /// <summary>Before its first booking the gateway asks for the ids of ledger accounts and relation; after it, what was made of a VAT code that it never saw.</summary>
    private sealed class RestWire : WireApi
    {
        public override string Booking => "POST /v1/mutation ";

        public override BookkeepingCredentials Credentials => RestBench.Credentials;

        public override string Booked => """{"id":12}""";

        public override string BookedStatus => "201 Created";

        public override string? AnswerBefore(string request) => request.Split(' ', '?')[..2] switch
        {
            ["POST", "/v1/session"] => """{"token":"T-1","expiresIn":3600}""",
            ["GET", "/v1/ledger"] => ScriptedRest.Ledgers,
            ["GET", "/v1/relation"] => ScriptedRest.RelationList,
            ["GET", "/v1/mutation/12"] => ScriptedRest.Mutation,
            _ => null,
        };

        public override IBookkeeping Connect(Uri address, ILoggerFactory logs, TimeSpan connectTimeout) => RestBookkeeping.Create(
            new RestOptions { Endpoint = address, ConnectTimeout = connectTimeout }, TimeProvider.System, logs);
    }
}
