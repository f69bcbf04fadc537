namespace PerfectviewFunctions.Sandbox;

/// <summary>What the documents of the service leave open. The default is the strict or plain value, the first one of each enum.</summary>
public sealed record SandboxSwitches
{
    /// <summary>How far VAT may lie from excl x percentage (CMUT010.1), in euros.</summary>
    public decimal RoundingTolerance { get; init; }

    /// <summary>Opening a session closes the older ones of the same user and administration.</summary>
    public bool NewSessionEndsOld { get; init; }

    /// <summary>From opening, used or not.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>OpenSession answers E001.5, and REST SECURITY_001, whoever asks.</summary>
    public bool NoPermission { get; init; }

    public DuplicateRule Duplicates { get; init; }

    public SuccessForm Success { get; init; }

    public EmptyListForm EmptyLists { get; init; }

    /// <summary>E002.3, as the manual prints it, or E0023.</summary>
    public bool DottedCodes { get; init; } = true;

    public CreditForm Credits { get; init; }

    /// <summary>The open list has a row, with an Openstaand of the other sign, for an invoice that was paid too much; otherwise it has none.</summary>
    public bool OverpaidShown { get; init; } = true;

    /// <summary>The open list ends after this many rows without a sign of it; null for all.</summary>
    public int? MaxOpenItems { get; init; }

    /// <summary>GetMutaties by invoice number also finds a payment by the number of one of its lines; otherwise only by that of its head.</summary>
    public bool FilterFindsLines { get; init; }

    public OverlongText Overlong { get; init; }

    /// <summary>Elements that are not in the order of the WSDL make a SOAP Fault.</summary>
    public bool OutOfOrderFaults { get; init; }

    /// <summary>UpdateRelatie blanks what is sent empty or not at all; otherwise it leaves that as it is.</summary>
    public bool UpdateBlanksEmpty { get; init; } = true;

    /// <summary>How decimals are printed: 2 or 4 digits.</summary>
    public int AmountDecimals { get; init; } = 2;

    public ReverseChargePercentage ReverseCharge { get; init; }

    /// <summary>Calls of GetMutaties per administration and calendar month before E003.1. SOAP only.</summary>
    public int GetMutatiesPerMonth { get; init; } = 5000;

    /// <summary>GetMutaties returns the newest of a selection, at most this many. SOAP only.</summary>
    public int MaxRows { get; init; } = 500;

    /// <summary>How the REST API, which computes VAT itself, comes to it.</summary>
    public RestVat RestVat { get; init; }

    /// <summary>How the REST API rounds VAT to cents.</summary>
    public RestRounding RestRounding { get; init; }

    /// <summary>The REST API takes BI_EU_VERK for a purchase code, as one of its tables has it: MUT_111 on a sale.</summary>
    public bool RestRefusesGoodsInEu { get; init; }
}

/// <summary>Over what the REST API computes VAT.</summary>
public enum RestVat
{
    PerRow,

    /// <summary>All rows of one code together; the cents that differ go to the last of them.</summary>
    PerVatCode,
}

/// <summary>What becomes of half a cent.</summary>
public enum RestRounding
{
    AwayFromZero,
    ToEven,
}

/// <summary>When a second sales invoice is refused. Purchase invoices always go by relation and number.</summary>
public enum DuplicateRule
{
    /// <summary>Same relation and number: CMUT018, MUT_020.</summary>
    RelationAndNumber,

    /// <summary>Same number, whatever the relation: CMUT019, MUT_019.</summary>
    Number,
}

/// <summary>How an answer says that there was no error.</summary>
public enum SuccessForm
{
    EmptyElements,
    AbsentChildren,
    AbsentErrorMsg,
}

/// <summary>How an empty list is answered.</summary>
public enum EmptyListForm
{
    EmptyElement,
    Absent,
}

/// <summary>How credit invoices stand in the open list.</summary>
public enum CreditForm
{
    Negative,
    Positive,
    Absent,
}

/// <summary>What happens to text over its maximum length.</summary>
public enum OverlongText
{
    Refuse,
    Cut,
}

/// <summary>Which percentage goes with a reverse-charge code; the VAT amount is 0 in each case.</summary>
public enum ReverseChargePercentage
{
    Zero,
    Rate,
    Either,
}
