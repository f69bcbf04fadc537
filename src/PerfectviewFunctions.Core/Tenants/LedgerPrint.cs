using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>
/// By what an administration is recognised whichever API reads it: the ids of its ledger accounts with their codes. The service gives no two accounts one id, and
/// both of its APIs tell the same; an account that was renamed, added or deleted changes one pair of many.
/// </summary>
internal sealed class LedgerPrint
{
    /// <summary>The most pairs, so that the text fits a row; kept are those with the lowest ids, which are the oldest.</summary>
    private const int MostPairs = 1000;

    /// <summary>Characters of a code.</summary>
    private const int MostOfCode = 10;

    private readonly HashSet<string> pairs;

    private LedgerPrint(string text)
    {
        Text = text;
        pairs = [.. text.Split('\n')];
    }

    /// <summary>A line for each account: its id, a space and its code; by id.</summary>
    public string Text { get; }

    /// <returns>Null when no account told its id: nothing can be recognised by them.</returns>
    public static LedgerPrint? Of(IEnumerable<LedgerAccount> accounts)
    {
        var lines = accounts
            .Where(account => account.Id > 0)
            .DistinctBy(account => account.Id)
            .OrderBy(account => account.Id)
            .Take(MostPairs)
            .Select(account => account.Id.ToString(CultureInfo.InvariantCulture) + ' ' + CodeOf(account))
            .ToList();
        return lines.Count == 0 ? null : new LedgerPrint(string.Join('\n', lines));
    }

    /// <summary>As it was kept.</summary>
    public static LedgerPrint Read(string text) => new(text);

    /// <summary>Whether both are of one administration: at least half of the pairs of the shorter stand in the longer.</summary>
    public bool Fits(LedgerPrint other)
    {
        var (shorter, longer) = pairs.Count <= other.pairs.Count ? (pairs, other.pairs) : (other.pairs, pairs);
        return 2 * shorter.Count(longer.Contains) >= shorter.Count;
    }

    private static string CodeOf(LedgerAccount account)
    {
        var code = string.Concat(account.Code.Trim().Where(c => !char.IsControl(c)));
        return code.Length > MostOfCode ? code[..MostOfCode] : code;
    }
}
