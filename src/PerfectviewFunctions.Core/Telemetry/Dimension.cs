namespace PerfectviewFunctions.Core.Telemetry;

/// <summary>What measurements and spans are told apart by. The same word means the same thing in both.</summary>
public static class Dimension
{
    public const string Administration = "administration";
    public const string Code = "code";
    public const string Endpoint = "endpoint";
    public const string Event = "event";
    public const string Events = "events";
    public const string How = "how";
    public const string Invoice = "invoice";
    public const string Lease = "lease";
    public const string Message = "message";
    public const string Operation = "operation";
    public const string Outcome = "outcome";
    public const string Purpose = "purpose";
    public const string Reason = "reason";
    public const string Relation = "relation";
    public const string Status = "status";
    public const string Subject = "subject";
    public const string Tenant = "tenant";
    public const string Timer = "timer";
    public const string Type = "type";
}
