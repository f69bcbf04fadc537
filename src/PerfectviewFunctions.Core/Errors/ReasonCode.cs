namespace PerfectviewFunctions.Core.Errors;

/// <summary>Our own codes. Each stands in the error table with its sentences; the names in braces are the values they take.</summary>
public static class ReasonCode
{
    // The request
    /// <summary>{waiting}, {setting}: how many events wait, and the setting that says how many may.</summary>
    public const string TooManyPending = "too-many-pending";

    // The event
    /// <summary>{count}, {first}: the number of faults and the first one.</summary>
    public const string EventRefused = "event-refused";

    /// <summary>{event}</summary>
    public const string EventIdUsedAgain = "event-id-used-again";

    /// <summary>{event}: the id of the newer event.</summary>
    public const string ReplacedByNewer = "replaced-by-newer";

    /// <summary>{mutation}</summary>
    public const string AlreadyBooked = "already-booked";

    /// <summary>{mutation}, {differences}: what differs, as "total 121.00 -> 242.00; date …".</summary>
    public const string ChangedAfterBooking = "changed-after-booking";

    /// <summary>{mutation}, {differences}: per VAT code, as "HOOG_VERK_21 100.00 + 21.00 / 100.01 + 20.99".</summary>
    public const string BookedCentsApart = "booked-cents-apart";

    /// <summary>{mutation}, {differences}: as of <see cref="BookedCentsApart"/>, but by more than cents.</summary>
    public const string BookedOtherwise = "booked-otherwise";

    /// <summary>{text}: the whole description; {limit}: how many characters of it were sent.</summary>
    public const string DescriptionCut = "description-cut";

    /// <summary>No values: its invoice was set aside by a person although it may stand in the books.</summary>
    public const string SetAsideByPerson = "set-aside-by-person";

    // What a person did, or can't do
    /// <summary>{by}, {why}, {at}</summary>
    public const string IgnoredByPerson = "ignored-by-person";

    /// <summary>{mutation}</summary>
    public const string BookedStays = "booked-stays";

    /// <summary>No values: it was sent, and nobody knows yet whether it stands in the books.</summary>
    public const string LookupFirst = "lookup-first";

    /// <summary>No values.</summary>
    public const string AlreadyIgnored = "already-ignored";

    /// <summary>No values: what Perfectview sent is not kept any more.</summary>
    public const string EventGone = "event-gone";

    // The tenant's settings
    /// <summary>No values.</summary>
    public const string BookingsSwitchedOff = "bookings-switched-off";

    /// <summary>{date}, {start}</summary>
    public const string BeforeStartDate = "before-start-date";

    /// <summary>{by}, {at}: who changed it in the meantime, and when.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    /// <summary>No values: a change that does not say which version was read.</summary>
    public const string VersionMissing = "version-missing";

    /// <summary>{code}: why the books gave no list of ledger accounts.</summary>
    public const string AccountsNotRead = "accounts-not-read";

    // Mapping
    /// <summary>{currency}</summary>
    public const string CurrencyNotEuro = "currency-not-euro";

    /// <summary>{category}</summary>
    public const string VatCategoryUnknown = "vat-category-unknown";

    /// <summary>{category}, {label}: the Dutch label of the row that misses.</summary>
    public const string VatCategoryUnmapped = "vat-category-unmapped";

    /// <summary>{category}, {rate}, {expected}, {date}</summary>
    public const string VatRateMismatch = "vat-rate-mismatch";

    /// <summary>{date}</summary>
    public const string LowRateSixAfter2018 = "vat-rate-6-after-2018";

    /// <summary>{category}, {vat}</summary>
    public const string VatInZeroCategory = "vat-in-zero-category";

    /// <summary>{category}, {code}, {codeRate}, {rate}</summary>
    public const string VatCodeRateMismatch = "vat-code-rate-mismatch";

    /// <summary>{code}</summary>
    public const string VatCodeNotForSales = "vat-code-not-for-sales";

    /// <summary>{total}, {computed}</summary>
    public const string TotalsDoNotAddUp = "totals-do-not-add-up";

    /// <summary>{category}, {amount}: lines have a category that the printed VAT totals lack.</summary>
    public const string LinesNotInVatTotals = "lines-not-in-vat-totals";

    /// <summary>{category}, {net}, {vat}, {expected}, {rate}</summary>
    public const string VatNotExplained = "vat-not-explained";

    /// <summary>{lines}, {limit}</summary>
    public const string TooManyLines = "too-many-lines";

    /// <summary>{number}, {limit}: with the prefix.</summary>
    public const string NumberTooLong = "number-too-long";

    /// <summary>No values.</summary>
    public const string NothingToBook = "nothing-to-book";

    // The debtor
    /// <summary>{name}, {candidates}: codes and names found in the books. Not in the sentence: {relation}, Perfectview's id.</summary>
    public const string DebtorAmbiguous = "debtor-ambiguous";

    /// <summary>{name}, {code}. Not in the sentence: {relation}, Perfectview's id.</summary>
    public const string DebtorCodeTaken = "debtor-code-taken";

    // The relation
    /// <summary>No values.</summary>
    public const string RelationsSwitchedOff = "relations-switched-off";

    /// <summary>{relation}: Perfectview's id; no event has named it yet.</summary>
    public const string RelationIncomplete = "relation-incomplete";

    /// <summary>{name}: nothing is doubtful about it.</summary>
    public const string NoChoiceOpen = "no-choice-open";

    /// <summary>{code}, {candidates}</summary>
    public const string NoSuchCandidate = "no-such-candidate";

    /// <summary>{name}: nothing of it waits.</summary>
    public const string NothingToRetry = "nothing-to-retry";

    /// <summary>{by}, {why}, {at}</summary>
    public const string RelationSetAside = "relation-set-aside";

    /// <summary>{name}: no change of it is held back.</summary>
    public const string NothingToSetAside = "nothing-to-set-aside";

    // The booking
    /// <summary>{number}, {found}: what the books hold under that number.</summary>
    public const string NumberInUse = "number-in-use";

    /// <summary>{number}: with the prefix. Another link sent a booking under it, and nobody knows yet whether it stands in the books.</summary>
    public const string NumberUncertainElsewhere = "number-uncertain-elsewhere";

    /// <summary>{mutation}, {number}: the invoice that has that mutation already.</summary>
    public const string MutationClaimed = "mutation-claimed";

    /// <summary>{until}: when the next look-up is due.</summary>
    public const string OutcomeUncertain = "outcome-uncertain";

    /// <summary>{restored}: when.</summary>
    public const string LookedUpAfterRestore = "looked-up-after-restore";

    /// <summary>{used}, {limit}</summary>
    public const string LookupQuotaUsed = "lookup-quota-used";

    /// <summary>No values: the look-up's list may be cut off.</summary>
    public const string LookupIncomplete = "lookup-incomplete";

    /// <summary>No values: the tenant is linked to another administration than the one the booking was sent to.</summary>
    public const string AdministrationChanged = "administration-changed";

    /// <summary>{code}: the service's code that paused it.</summary>
    public const string ConnectionPaused = "connection-paused";

    /// <summary>No values: the tenant has no credentials.</summary>
    public const string NotLinked = "not-linked";

    // Payments
    /// <summary>No values.</summary>
    public const string PaymentsSwitchedOff = "payments-switched-off";

    /// <summary>{until}: when they may be asked for again.</summary>
    public const string PaymentsReadJustNow = "payments-read-just-now";

    /// <summary>No values: another run has the administration in hand.</summary>
    public const string PaymentsBeingRead = "payments-being-read";

    /// <summary>{code}: why the books gave no complete list of open invoices.</summary>
    public const string PaymentsNotRead = "payments-not-read";

    /// <summary>{mutation}</summary>
    public const string BookingRemoved = "booking-removed";

    /// <summary>No values: it stands in the books, is not open, and no payment shows.</summary>
    public const string ClosedNotVerified = "closed-not-verified";

    /// <summary>{limit}: the month's look-ups for payments are used up.</summary>
    public const string ClosedNotLookedUp = "closed-not-looked-up";

    /// <summary>No values.</summary>
    public const string CreditNotTracked = "credit-not-tracked";

    /// <summary>No values: it was booked in another administration than the tenant is linked to now.</summary>
    public const string PaymentNotFollowed = "payment-not-followed";

    /// <summary>No values.</summary>
    public const string NothingToCollect = "nothing-to-collect";

    /// <summary>{hours}, {code}: for how long it was tried, and what was wrong the last time.</summary>
    public const string CallbackGivenUp = "callback-given-up";

    // The link itself
    /// <summary>No values: the tenant is linked, and its credentials are gone.</summary>
    public const string CredentialsMissing = "credentials-missing";

    /// <summary>No values: the saved credentials open another administration than the tenant is linked to.</summary>
    public const string CredentialsOfAnother = "credentials-of-another-administration";

    /// <summary>{count}: the invoices that wait.</summary>
    public const string OtherAdministration = "other-administration";

    /// <summary>No values: nothing tells which of the administrations the credentials open.</summary>
    public const string AdministrationUnknown = "administration-unknown";

    /// <summary>{count}: the invoices of which nobody knows yet whether they were booked.</summary>
    public const string AdministrationBusy = "administration-busy";

    /// <summary>No values: a worker has the old administration in hand.</summary>
    public const string AdministrationInUse = "administration-in-use";

    /// <summary>No values.</summary>
    public const string LinkBeingChanged = "link-being-changed";

    /// <summary>No values: this tenant's prefix does not keep its numbers apart from another's.</summary>
    public const string PrefixNeeded = "prefix-needed";

    /// <summary>No values: another tenant of the administration has no prefix.</summary>
    public const string PrefixNeededElsewhere = "prefix-needed-elsewhere";

    /// <summary>No values.</summary>
    public const string StillLinked = "still-linked";

    /// <summary>{count}: the invoices that wait.</summary>
    public const string WorkOpen = "work-open";

    /// <summary>{id}</summary>
    public const string TenantIdTaken = "tenant-id-taken";

    // A test of the connection
    /// <summary>No values.</summary>
    public const string TestUnreachable = "test-unreachable";

    /// <summary>No values.</summary>
    public const string TestTimedOut = "test-timed-out";

    /// <summary>No values.</summary>
    public const string TestThrottled = "test-throttled";

    /// <summary>No values.</summary>
    public const string TestSessionRefused = "test-session-refused";

    /// <summary>No values: the books failed, or the connection was lost.</summary>
    public const string TestBrokenOff = "test-broken-off";

    /// <summary>No values.</summary>
    public const string TestUnreadable = "test-unreadable";

    /// <summary>No values: E0017.</summary>
    public const string TestNotVerified = "test-not-verified";

    /// <summary>{code}: the service's code, which says nothing of credentials.</summary>
    public const string TestRefused = "test-refused";

    /// <summary>{account}</summary>
    public const string DebtorAccountMissing = "debtor-account-missing";

    /// <summary>{account}, {category}: as the books have it.</summary>
    public const string DebtorAccountOfOtherKind = "debtor-account-of-other-kind";

    /// <summary>{account}, {rows}: the labels of the mapping rows that name it.</summary>
    public const string RevenueAccountMissing = "revenue-account-missing";

    /// <summary>{account}, {category}, {rows}</summary>
    public const string RevenueAccountOfOtherKind = "revenue-account-of-other-kind";

    /// <summary>No values.</summary>
    public const string NothingMapped = "nothing-mapped";

    // Anything else
    /// <summary>{code}, {text}: a code that is not in the table.</summary>
    public const string UnknownRefusal = "unknown-refusal";

    /// <summary>No values: a fault of ours, told in the log.</summary>
    public const string Unexpected = "unexpected";
}
