using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What a walk begins with: the next seeds take all combinations of what the books leave open, and not all of them the same troubles.</summary>
/// <param name="Firms">How the tenants are spread.</param>
/// <param name="LookupsPerMonth">Few look-ups in some walks; null for as many as usual.</param>
/// <param name="Cut">Where the list may be cut off without a word in some walks; null for nowhere.</param>
/// <param name="Bulk">Others' open invoices that stand before ours.</param>
/// <param name="SlowAnswer">How long a slow receiver takes: somewhat, or longer than anybody waits for it.</param>
internal sealed record Setting(SandboxSwitches Switches, FirmSpread Firms, int? LookupsPerMonth, CutForm? Cut, int Bulk, TimeSpan SlowAnswer)
{
    public const int Combinations = 3 * 2 * 2 * 2;

    /// <summary>The list that a service of ours would be suspected of having cut.</summary>
    public const int RoundList = 500;

    public static Setting Of(int seed)
    {
        var combination = seed % Combinations;
        var switches = new SandboxSwitches
        {
            Credits = (CreditForm)(combination % 3),
            OverpaidShown = combination / 3 % 2 == 0,
            FilterFindsLines = combination / 6 % 2 == 0,
            EmptyLists = (EmptyListForm)(combination / 12 % 2),
            NewSessionEndsOld = seed % 5 == 0,
        };

        // 7, 5 and 11 share no factor with the number of combinations: in more walks each trouble meets each of them.
        CutForm? cut = (seed % 7) switch
        {
            0 => CutForm.AtRoundNumber,
            1 or 2 => CutForm.Anywhere,
            _ => null,
        };
        return new Setting(
            switches,
            (FirmSpread)(seed % 11 % 3),
            seed % 5 is 1 or 4 ? 2 + (seed % 9) : null,
            cut,
            cut == CutForm.AtRoundNumber ? RoundList + 20 : 0,
            TimeSpan.FromSeconds(seed % 11 < 6 ? 5 : 40));
    }
}

/// <summary>Which tenants there are.</summary>
internal enum FirmSpread
{
    One,
    TwoInOneAdministration,
    TwoApart,
}

internal enum CutForm
{
    Anywhere,
    AtRoundNumber,
}
