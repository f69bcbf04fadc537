namespace PerfectviewFunctions.Core.Diagnosis;

/// <summary>The codes of findings. The comment of each names its values.</summary>
public static class FindingCode
{
    /// <summary>{since}</summary>
    public const string Unlinked = "unlinked";

    /// <summary>{since}, {code}: of the error table.</summary>
    public const string ConnectionRests = "connection-rests";

    /// <summary>No values.</summary>
    public const string SecretsUnreadable = "secrets-unreadable";

    /// <summary>No values.</summary>
    public const string WebhookSecretMissing = "webhook-secret-missing";

    /// <summary>{until}</summary>
    public const string LeaseLeftBehind = "lease-left-behind";

    /// <summary>{count}, {due}</summary>
    public const string WorkOverdue = "work-overdue";

    /// <summary>{count}</summary>
    public const string DueRowMissing = "due-row-missing";

    /// <summary>{count}, {since}</summary>
    public const string WorkWaits = "work-waits";

    /// <summary>{count}, {since}</summary>
    public const string WorkWaitsLong = "work-waits-long";

    /// <summary>{count}, {since}, {causes}: codes of the error table, each with how often.</summary>
    public const string InvoicesHeld = "invoices-held";

    /// <summary>{count}</summary>
    public const string EventsHeld = "events-held";

    /// <summary>{count}</summary>
    public const string RelationsHeld = "relations-held";

    /// <summary>{count}, {since}</summary>
    public const string Uncertain = "invoices-uncertain";

    /// <summary>{count}, {since}</summary>
    public const string UncertainLong = "invoices-uncertain-long";

    /// <summary>{used}, {limit}</summary>
    public const string LookUpsNearlyUsed = "look-ups-nearly-used";

    /// <summary>{code}: of the error table; {since}: the last complete reading.</summary>
    public const string PaymentsNotRead = "payments-not-read-lately";

    /// <summary>{count}</summary>
    public const string MessagesGivenUp = "messages-given-up";

    /// <summary>{count}, {since}</summary>
    public const string MessagesWaitLong = "messages-wait-long";

    /// <summary>{taken}, {restored}</summary>
    public const string Restored = "restored-from-backup";

    /// <summary>{from}, {until}, {rows}, {ours}, {others}, {calls}</summary>
    public const string Compared = "compared";

    /// <summary>{used}, {limit}</summary>
    public const string NotComparedQuota = "not-compared-look-ups";

    /// <summary>{code}: of the error table.</summary>
    public const string NotComparedAnswer = "not-compared-answer";

    /// <summary>{from}, {until}</summary>
    public const string ComparedInPart = "compared-in-part";

    /// <summary>{number}, {mutation}</summary>
    public const string AbsentInBooks = "absent-in-books";

    /// <summary>{number}, {mutations}</summary>
    public const string TwiceInBooks = "twice-in-books";

    /// <summary>{number}, {mutation}, {differences}</summary>
    public const string OtherInBooks = "other-in-books";

    /// <summary>{number}, {mutation}, {state}</summary>
    public const string UnbookedInBooks = "unbooked-in-books";

    /// <summary>{mutation}, {numbers}</summary>
    public const string MutationOfTwo = "mutation-of-two";
}
