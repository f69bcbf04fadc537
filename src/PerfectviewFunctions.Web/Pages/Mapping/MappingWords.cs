using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>The mapping in words and choices.</summary>
internal static class MappingWords
{
    /// <summary>All codes that a sales invoice can carry, that which is suggested for the row first. Suggested is not chosen.</summary>
    public static IReadOnlyList<ChoiceOption> CodesFor(string row, Texts texts)
    {
        var suggested = VatCodes.Suggested.GetValueOrDefault(row);
        return
        [
            .. VatCodes.SalesCodes.OrderBy(code => code.Code != suggested).Select(code =>
            {
                var name = $"{code.Code} – {code.Text}";
                return new ChoiceOption(code.Code, code.Code == suggested ? texts.Of("mapping.suggested", ("code", name)) : name);
            }),
        ];
    }

    public static IReadOnlyList<ChoiceOption> Of(IReadOnlyList<LedgerAccount> accounts) =>
        [.. accounts.Select(account => new ChoiceOption(account.Code, LedgerChoices.NameOf(account)))];

    public static string Of(VatMappingRow? row, LedgerChoices ledger, Texts texts) =>
        row is null ? texts.Of(MappingRowState.NotSet) : $"{row.VatCode}, {ledger.NameOf(row.Account)}";

    public static Tone ToneOf(MappingRowState state) => state switch
    {
        MappingRowState.Set => Tone.Good,
        MappingRowState.NotSet => Tone.Warn,
        _ => Tone.Bad,
    };
}
