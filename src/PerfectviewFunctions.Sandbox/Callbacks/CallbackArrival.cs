using System.Text;
using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>What the receiver found of the signature.</summary>
public enum SignatureCheck
{
    /// <summary>No secret was set.</summary>
    NotChecked,

    Valid,

    /// <summary>A header that belongs to a signature is not there.</summary>
    Missing,

    /// <summary>The timestamp is no number, or lies too far from the sandbox's clock.</summary>
    Stale,

    /// <summary>No signature in the header is that of this body under the secret.</summary>
    Wrong,
}

/// <summary>What a callback changed of what Perfectview knows.</summary>
public enum CallbackEffect
{
    /// <summary>The newest known of its invoice now.</summary>
    Applied,

    /// <summary>A message that was taken before; nothing changed.</summary>
    Repeated,

    /// <summary>The id of a message that was taken before with another body; nothing changed. No sender should do this.</summary>
    IdReused,

    /// <summary>Of a lower revision than what is known of its invoice; kept as a message, but nothing changed.</summary>
    Outdated,

    /// <summary>It does not say which tenant, invoice and revision it is about; kept as a message, but nothing changed.</summary>
    NotUnderstood,

    /// <summary>The signature is not valid.</summary>
    Refused,

    /// <summary>A failure struck first, or it was no POST.</summary>
    NotTaken,
}

/// <summary>A request at the receiver's address, as it came in, and what became of it.</summary>
public sealed record CallbackArrival
{
    internal CallbackArrival(CallbackRequest request, SignatureCheck signature, CallbackFaultKind? fault)
    {
        (At, Method, Path, Headers, Raw, Id) = (request.At, request.Method, request.Path, request.Headers, request.Raw, request.Id);
        (Signature, Fault) = (signature, fault);
    }

    /// <summary>On the sandbox's clock.</summary>
    public DateTimeOffset At { get; }

    public string Method { get; }

    public string Path { get; }

    /// <summary>By name, whatever the case; several of one name with a comma between them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as it crossed the wire.</summary>
    [JsonIgnore]
    public byte[] Raw { get; }

    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(Raw);

    /// <summary>The webhook-id; empty when there is none.</summary>
    public string Id { get; }

    public SignatureCheck Signature { get; }

    /// <summary>The failure that was played, if any.</summary>
    public CallbackFaultKind? Fault { get; }

    public CallbackEffect Effect { get; internal init; }

    /// <summary>What it was answered with; null when the connection was dropped.</summary>
    public int? Status { get; internal init; }
}
