using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <param name="Rows">In the order of the form, which is what faults count by.</param>
/// <param name="Unblocked">How many invoices are held back for the mapping and could be booked by what is saved.</param>
public sealed record MappingModel(IReadOnlyList<MappingRow> Rows, DebtorChoice Debtor, LedgerChoices Ledger, int Unblocked, ChangesModel Changes)
{
    /// <summary>Of the mapping; what is saved next is based on it.</summary>
    public long Version { get; init; }

    public long SettingsVersion { get; init; }

    public FormFaults Faults { get; init; } = FormFaults.None;

    /// <summary>Why what was sent is not saved, where that lies at no field; null when there is nothing to say.</summary>
    public Reason? NotSaved { get; init; }

    /// <summary>That somebody else saved meanwhile: then each choice that differs shows what stands there now.</summary>
    public bool IsConflict { get; init; }

    /// <summary>That of one form one part was saved all the same.</summary>
    public bool IsDebtorSaved { get; init; }

    public SampleModel? Sample { get; init; }
}

/// <param name="Category">One of <see cref="VatCategory.Rows"/>.</param>
/// <param name="VatCode">As chosen, saved or not; null for none.</param>
/// <param name="Account">As chosen, saved or not; null for none.</param>
/// <param name="Saved">What is saved.</param>
/// <param name="Read">What the reader was shown as saved: what he left so, he did not touch.</param>
/// <param name="State">Of what is saved.</param>
public sealed record MappingRow(string Category, string? VatCode, string? Account, VatMappingRow? Saved, string Read, MappingRowState State)
{
    /// <summary>That somebody else changed it, and the reader did not.</summary>
    public bool IsTakenOver { get; init; }

    public bool IsAsSaved => VatCode == Saved?.VatCode && Account == Saved?.Account;
}

/// <param name="Account">As chosen, saved or not.</param>
public sealed record DebtorChoice(string Account, string Saved);

/// <summary>How a row of the saved mapping stands.</summary>
public enum MappingRowState
{
    NotSet,
    Set,

    /// <summary>The books do not have its account any more.</summary>
    AccountGone,

    /// <summary>Its account became one of another kind.</summary>
    NoRevenueAccount,
}
