namespace PerfectviewFunctions.Sandbox;

/// <summary>The codes for mutations.</summary>
internal static class RestMutationErrors
{
    public const string LedgerMissing = "MUTA_001";
    public const string TypeMissing = "MUTA_002";
    public const string VatAmount = "MUTA_003";
    public const string RowLedgerMissing = "MUTA_004";
    public const string InExMissing = "MUTA_005";
    public const string PaymentReferenceExists = "MUTA_008";
    public const string TypeUnknown = "MUTA_009";

    public const string TypeInvalid = "MUT_001";
    public const string InvoiceNumberMissing = "MUT_002";
    public const string DateMissing = "MUT_003";
    public const string DateInvalid = "MUT_004";
    public const string PeriodClosed = "MUT_005";
    public const string LedgerUnknown = "MUT_007";
    public const string LedgerCategory = "MUT_009";
    public const string LedgerNotCreditor = "MUT_010";
    public const string LedgerNotDebtor = "MUT_011";
    public const string RelationMissing = "MUT_012";
    public const string RelationUnknown = "MUT_013";
    public const string Term = "MUT_015";
    public const string InExInvalid = "MUT_017";
    public const string InvoiceNumberTooLong = "MUT_018";
    public const string NumberExists = "MUT_019";
    public const string NumberExistsForRelation = "MUT_020";
    public const string ShiftedNeedsEx = "MUT_026";
    public const string RowsMissing = "MUT_100";
    public const string TooManyRows = "MUT_101";
    public const string RowLedgerUnknown = "MUT_104";
    public const string RowLedgerCategory = "MUT_106";
    public const string RowLedgerNotCreditor = "MUT_107";
    public const string RowLedgerNotDebtor = "MUT_108";
    public const string VatCodeInvalid = "MUT_109";
    public const string VatCodeNotPurchase = "MUT_110";
    public const string VatCodeNotSale = "MUT_111";
    public const string RowRelationMissing = "MUT_112";
    public const string RowRelationUnknown = "MUT_113";
    public const string RowRelationNotPermitted = "MUT_114";
    public const string InvoiceUnknown = "MUT_115";
    public const string RowInvoiceNotPermitted = "MUT_116";
    public const string RowInvoiceNumberMissing = "MUT_120";

    public static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>
    {
        [LedgerMissing] = "Ledger id is missing.",
        [TypeMissing] = "Type is missing.",
        [VatAmount] = "Vat amount must be used with vatCode: 'AFW' or 'AFW_VERK'",
        [RowLedgerMissing] = "Ledger ID for row is missing.",
        [InExMissing] = "In/Ex VAT is missing.",
        [PaymentReferenceExists] = "Payment reference already exists.",
        [TypeUnknown] = "Type is unknown.",
        [TypeInvalid] = "Type is invalid.",
        [InvoiceNumberMissing] = "Invoice number is missing.",
        [DateMissing] = "Date is missing.",
        [DateInvalid] = "Date is invalid.",
        [PeriodClosed] = "Period is closed.",
        [LedgerUnknown] = "Unknown ledger for mutation.",
        [LedgerCategory] = "Invalid ledger category for mutation.",
        [LedgerNotCreditor] = "Ledger must be of category creditor.",
        [LedgerNotDebtor] = "Ledger must be of category debtor.",
        [RelationMissing] = "Relation is missing.",
        [RelationUnknown] = "Relation not found.",
        [Term] = "Term of payment is not permitted.",
        [InExInvalid] = "In/Ex VAT must be 'IN' or 'EX'.",
        [InvoiceNumberTooLong] = "Invoice number is too long.",
        [NumberExists] = "Invoice number already exists.",
        [NumberExistsForRelation] = "Combination relation/invoice number already exists.",
        [ShiftedNeedsEx] = "In/Ex VAT must be 'EX' on purchases with reverse-charging VAT.",
        [RowsMissing] = "Rows are missing.",
        [TooManyRows] = "Too many rows.",
        [RowLedgerUnknown] = "Unknown ledger for row.",
        [RowLedgerCategory] = "Invalid ledger category for row.",
        [RowLedgerNotCreditor] = "Ledger of row must be of category creditor.",
        [RowLedgerNotDebtor] = "Ledger of row must be of category debtor.",
        [VatCodeInvalid] = "Invalid VAT code.",
        [VatCodeNotPurchase] = "VAT code must be of type purchase.",
        [VatCodeNotSale] = "VAT code must be of type sale.",
        [RowRelationMissing] = "Relation is missing.",
        [RowRelationUnknown] = "Relation not found.",
        [RowRelationNotPermitted] = "Relation is not permitted.",
        [InvoiceUnknown] = "Invoice not found.",
        [RowInvoiceNotPermitted] = "Invoice is not permitted.",
        [RowInvoiceNumberMissing] = "Invoice number is missing.",
    };
}
