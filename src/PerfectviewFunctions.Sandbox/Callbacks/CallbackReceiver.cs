namespace PerfectviewFunctions.Sandbox;

/// <summary>
/// What a Perfectview would keep of the callbacks it gets: each message once, and of each invoice the newest revision. In memory only.
/// Safe for use by several threads.
/// </summary>
public sealed class CallbackReceiver
{
    internal const string AnyTenant = "";

    private readonly Lock gate = new();
    private readonly List<CallbackArrival> arrivals = [];
    private readonly List<CallbackArrival> messages = [];
    private readonly Dictionary<string, CallbackArrival> messagesById = [];
    private readonly Dictionary<(string Tenant, string InvoiceNumber), Applied> latest = [];
    private readonly Dictionary<string, CallbackSecret> secrets = [];

    /// <summary>Every request at the receiver's address, in the order in which they came, also those that a failure struck.</summary>
    public IReadOnlyList<CallbackArrival> Arrivals => Locked(() => arrivals.ToArray());

    /// <summary>The messages that were taken, each once by its webhook-id, in that order. One without an id is never known again.</summary>
    public IReadOnlyList<CallbackArrival> Messages => Locked(() => messages.ToArray());

    public CallbackFaults Faults { get; } = new();

    /// <summary>whsec_ and base64. Once it is set, a callback without a valid signature is answered 401; null takes it away.</summary>
    /// <exception cref="ArgumentException">It does not have that form.</exception>
    public string? Secret
    {
        get => Locked(() => secrets.GetValueOrDefault(AnyTenant)?.Text);
        set => SetSecret(AnyTenant, value);
    }

    /// <summary>A secret for the callbacks of one tenant (<c>data.tenant</c>), in place of <see cref="Secret"/>; null takes it away.</summary>
    /// <exception cref="ArgumentException">It is not whsec_ and base64.</exception>
    public void SetSecret(string tenant, string? secret)
    {
        var parsed = secret is null
            ? null
            : CallbackSecret.Parse(secret) ?? throw new ArgumentException("A secret is whsec_ and base64.", nameof(secret));
        Locked(() => parsed is null ? secrets.Remove(tenant) : (secrets[tenant] = parsed) is not null);
    }

    /// <summary>What Perfectview knows of an invoice: the body of the message about it that was applied last.</summary>
    /// <param name="tenant">When absent, of whichever tenant was told of last.</param>
    /// <returns>Null when nothing is known.</returns>
    public string? LatestOf(string invoiceNumber, string? tenant = null) => Locked(() => tenant is null
        ? latest.Where(known => known.Key.InvoiceNumber == invoiceNumber).Select(known => known.Value).MaxBy(known => known.Order)?.Message.Body
        : latest.GetValueOrDefault((tenant, invoiceNumber))?.Message.Body);

    /// <summary>Forgets all that arrived; failures and secrets stay.</summary>
    public void Clear() => Locked(() =>
    {
        arrivals.Clear();
        messages.Clear();
        messagesById.Clear();
        latest.Clear();
        return true;
    });

    internal CallbackArrival Receive(CallbackRequest request, CallbackSubject? subject, CallbackFault? fault) => Locked(() =>
    {
        var signature = (secrets.GetValueOrDefault(subject?.Tenant ?? AnyTenant) ?? secrets.GetValueOrDefault(AnyTenant))
            ?.Check(request.Headers, request.Raw, request.At) ?? SignatureCheck.NotChecked;
        var arrival = new CallbackArrival(request, signature, fault?.Kind) { Effect = Judge(request, subject, signature, fault) };
        arrival = arrival with { Status = StatusOf(arrival, fault) };
        arrivals.Add(arrival);
        if (arrival.Effect is CallbackEffect.Applied or CallbackEffect.Outdated or CallbackEffect.NotUnderstood)
        {
            Keep(arrival, subject);
        }

        return arrival;
    });

    private static int? StatusOf(CallbackArrival arrival, CallbackFault? fault) => (fault?.Kind, arrival.Effect) switch
    {
        (CallbackFaultKind.DropBefore or CallbackFaultKind.DropAfter, _) => null,
        (CallbackFaultKind.Status or CallbackFaultKind.StatusAfter or CallbackFaultKind.Redirect, _) => fault.StatusCode,
        (_, CallbackEffect.Refused) => StatusCodes.Status401Unauthorized,
        (_, CallbackEffect.NotTaken) => StatusCodes.Status405MethodNotAllowed,
        (CallbackFaultKind.HugeAnswer, _) => StatusCodes.Status200OK,
        _ => StatusCodes.Status204NoContent,
    };

    private CallbackEffect Judge(CallbackRequest request, CallbackSubject? subject, SignatureCheck signature, CallbackFault? fault) =>
        request switch
        {
            _ when fault?.IsBeforeTaking == true || !HttpMethods.IsPost(request.Method) => CallbackEffect.NotTaken,
            _ when signature is not (SignatureCheck.Valid or SignatureCheck.NotChecked) => CallbackEffect.Refused,
            _ when messagesById.TryGetValue(request.Id, out var known) =>
                known.Raw.AsSpan().SequenceEqual(request.Raw) ? CallbackEffect.Repeated : CallbackEffect.IdReused,
            _ when subject is null => CallbackEffect.NotUnderstood,
            _ when latest.GetValueOrDefault(subject.Invoice)?.Revision > subject.Revision => CallbackEffect.Outdated,
            _ => CallbackEffect.Applied,
        };

    private void Keep(CallbackArrival message, CallbackSubject? subject)
    {
        messages.Add(message);
        if (message.Id.Length > 0)
        {
            messagesById.Add(message.Id, message);
        }

        if (message.Effect == CallbackEffect.Applied && subject is not null)
        {
            latest[subject.Invoice] = new Applied(message, subject.Revision, messages.Count);
        }
    }

    private T Locked<T>(Func<T> work)
    {
        lock (gate)
        {
            return work();
        }
    }

    private sealed record Applied(CallbackArrival Message, long Revision, int Order);
}
