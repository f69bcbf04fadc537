using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Mapping;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What the rows of a VAT mapping have to be like. A pointer names the row by its place in what was sent.</summary>
public static class MappingRules
{
    private const int MostFaults = 50;

    private static readonly DateOnly LastDayOfSix = new(2018, 12, 31);

    /// <summary>What can be said without the books.</summary>
    /// <param name="today">The Dutch date on which a VAT code has to carry the rate of its category.</param>
    public static IReadOnlyList<FieldFault> Check(IReadOnlyList<MappingChoice> rows, DateOnly today)
    {
        var faults = new List<FieldFault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, row) in rows.Index())
        {
            if (faults.Count >= MostFaults)
            {
                break;
            }

            if (!VatCategory.Rows.Contains(row.Category))
            {
                faults.Add(UnknownCategory(index, row.Category));
            }
            else if (!seen.Add(row.Category))
            {
                faults.Add(new(
                    Pointer(index, "category"),
                    $"De categorie {VatCategory.Label(row.Category)} staat er twee keer. Laat een van beide weg.",
                    $"The category {VatCategory.Label(row.Category)} is there twice. Leave one of them out."));
            }
            else
            {
                faults.AddRange(CheckChoice(index, row, today));
            }
        }

        return faults;
    }

    /// <summary>What the books say of the accounts.</summary>
    public static IReadOnlyList<FieldFault> CheckAccounts(IReadOnlyList<MappingChoice> rows, IReadOnlyList<LedgerAccount> accounts)
    {
        var faults = new List<FieldFault>();
        foreach (var (index, row) in rows.Index().Where(entry => entry.Item.Account is not null))
        {
            var account = accounts.FirstOrDefault(known => known.Code == row.Account);
            if (account is null)
            {
                faults.Add(new(
                    Pointer(index, "account"),
                    $"Grootboekrekening {row.Account} bestaat niet in e-Boekhouden. Kies een omzetrekening uit de lijst.",
                    $"There is no ledger account {row.Account} in e-Boekhouden. Choose a revenue account from the list."));
            }
            else if (account.Category != AccountCategory.ProfitAndLoss)
            {
                faults.Add(new(
                    Pointer(index, "account"),
                    $"Grootboekrekening {account.Code} {account.Description} is geen rekening van verlies en winst (categorie {account.Category}). "
                    + "Omzet kan daar niet op geboekt worden. Kies een omzetrekening uit de lijst.",
                    $"Ledger account {account.Code} {account.Description} is no profit and loss account (category {account.Category}). Revenue "
                    + "can't be booked there. Choose a revenue account from the list."));
            }
        }

        return faults;
    }

    /// <summary>The mapping that the rows make; a row without a choice is one that is not there.</summary>
    public static VatMapping ToMapping(IReadOnlyList<MappingChoice> rows) => new(rows
        .Where(row => row is { VatCode: not null, Account: not null })
        .ToDictionary(row => row.Category, row => new VatMappingRow(row.VatCode!, row.Account!), StringComparer.Ordinal));

    private static IEnumerable<FieldFault> CheckChoice(int index, MappingChoice row, DateOnly today)
    {
        var label = VatCategory.Label(row.Category);
        if (row.VatCode is null != row.Account is null)
        {
            var (missing, nl, en) = row.VatCode is null ? ("vatCode", "btw-code", "VAT code") : ("account", "grootboekrekening", "ledger account");
            yield return new(
                Pointer(index, missing),
                $"{label} heeft nog geen {nl}. Kies er een, of laat beide leeg: dan worden facturen met deze categorie vastgehouden.",
                $"{label} has no {en} yet. Choose one, or leave both empty: then invoices with this category are held back.");
        }

        if (row.VatCode is { } code && CheckCode(row.Category, label, code, today) is var (wrongNl, wrongEn))
        {
            yield return new(Pointer(index, "vatCode"), wrongNl, wrongEn);
        }

        if (row.Account is { } account && !SettingsRules.IsAccount(account))
        {
            yield return new(
                Pointer(index, "account"),
                "Een grootboekrekening heeft 1 tot 10 tekens en geen spaties. Kies een omzetrekening uit de lijst.",
                "A ledger account has 1 to 10 characters and no spaces. Choose a revenue account from the list.");
        }
    }

    private static (string Nl, string En)? CheckCode(string category, string label, string code, DateOnly today)
    {
        var (rate, date) = RateOf(category, today);
        if (VatCodes.SalesCodes.FirstOrDefault(known => known.Code == code) is { } chosen)
        {
            return chosen.Carries(rate, date) ? null : (
                $"De btw-code {code} is voor {PurposeNl(chosen)}, en {label} heeft {Percentage(rate)} btw. {AdviceNl(category)}",
                $"The VAT code {code} is for {PurposeEn(chosen)}, and {label} has {Percentage(rate)} VAT. {AdviceEn(category)}");
        }

        return VatCodes.Find(code) switch
        {
            { Kind: VatCodeKind.Purchase } => (
                $"De btw-code {code} is voor inkopen. {AdviceNl(category)}", $"The VAT code {code} is for purchases. {AdviceEn(category)}"),
            { } old => (
                $"De btw-code {code} is voor {PurposeNl(old)}; zo'n oude factuur boekt de koppeling niet. {AdviceNl(category)}",
                $"The VAT code {code} is for {PurposeEn(old)}; the link does not book an invoice as old as that. {AdviceEn(category)}"),
            null => (
                $"{(SentValue.IsPlainName(code) ? $"De btw-code {code}" : "Deze btw-code")} bestaat niet in e-Boekhouden. {AdviceNl(category)}",
                $"There is no VAT code {(SentValue.IsPlainName(code) ? code : "of that name")} in e-Boekhouden. {AdviceEn(category)}"),
        };
    }

    private static (decimal Rate, DateOnly Date) RateOf(string category, DateOnly today) => category switch
    {
        VatCategory.High => (21m, today),
        VatCategory.Low => (9m, today),
        VatCategory.LowSixRow => (6m, LastDayOfSix),
        _ => (0m, today),
    };

    private static FieldFault UnknownCategory(int index, string category)
    {
        var (adviceNl, adviceEn) = NearName.Of(category, VatCategory.Rows) is { } near
            ? ($"Bedoelt u {near}?", $"Do you mean {near}?")
            : ($"Kies {Choice.Listed(VatCategory.Rows, "of")}.", $"Choose {Choice.Listed(VatCategory.Rows, "or")}.");
        var isPlain = SentValue.IsPlainName(category);
        return new(
            Pointer(index, "category"),
            $"{(isPlain ? $"De btw-categorie \"{category}\"" : "Deze btw-categorie")} bestaat niet. {adviceNl}",
            $"There is no VAT category {(isPlain ? $"\"{category}\"" : "of that name")}. {adviceEn}");
    }

    private static string AdviceNl(string category) => $"Voorgesteld wordt {VatCodes.Suggested[category]}.";

    private static string AdviceEn(string category) => $"Suggested is {VatCodes.Suggested[category]}.";

    private static string PurposeNl(VatCode code) =>
        $"{Percentage(code.Percentage)}{(code.Until is { } until ? $" tot en met {Text(until)}" : "")} ({code.Text})";

    private static string PurposeEn(VatCode code) =>
        $"{Percentage(code.Percentage)}{(code.Until is { } until ? $" until {Text(until)}" : "")} ({code.Text})";

    private static string Percentage(decimal? rate) => VatRates.Text(rate) + "%";

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Pointer(int index, string field) => string.Create(CultureInfo.InvariantCulture, $"/rows/{index}/{field}");
}
