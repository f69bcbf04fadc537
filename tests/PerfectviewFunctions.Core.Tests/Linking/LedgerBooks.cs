using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tests.Support;

namespace PerfectviewFunctions.Core.Tests.Linking;

/// <summary>
/// Administrations with ledger accounts of their own, by a number of the test's choosing, which the books of a bench tell by either API. Ids are the service's and
/// occur once; codes are those of every new administration.
/// </summary>
internal sealed class LedgerBooks
{
    public LedgerBooks(ScriptedBookkeeping books) => books.OnTest = books.OnReadAccountsOf = Answer;

    /// <summary>Administrations of which no credentials are taken.</summary>
    public HashSet<int> Dead { get; } = [];

    /// <summary>Administrations of which the security codes are refused.</summary>
    public HashSet<int> DeadCodes { get; } = [];

    /// <summary>How many accounts of an administration were added or renumbered since; ids go on above all.</summary>
    public Dictionary<int, (int Added, int Renumbered)> Changes { get; } = [];

    /// <summary>Whether the service tells ids.</summary>
    public bool TellsIds { get; set; } = true;

    /// <summary>The administration that credentials open.</summary>
    public static int NumberOf(BookkeepingCredentials credentials) => credentials switch
    {
        BookkeepingCredentials.Soap soap => int.Parse(soap.SecurityCode2[^12..], CultureInfo.InvariantCulture),
        BookkeepingCredentials.Rest rest => int.Parse(rest.Token.Split('-')[1], CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("An unknown kind of credentials."),
    };

    public static CredentialFormResult Token(int administration, string end = "a") =>
        CredentialForm.Read(null, null, null, string.Create(CultureInfo.InvariantCulture, $"token-{administration}-{end}"));

    private Answer<IReadOnlyList<LedgerAccount>> Answer(BookkeepingCredentials credentials)
    {
        var number = NumberOf(credentials);
        if (Dead.Contains(number) || (credentials is BookkeepingCredentials.Soap && DeadCodes.Contains(number)))
        {
            return new Answer<IReadOnlyList<LedgerAccount>>.Refused("E0011");
        }

        var (added, renumbered) = Changes.GetValueOrDefault(number);
        return new Answer<IReadOnlyList<LedgerAccount>>.Success(
        [
            .. Enumerable.Range(0, 20 + added).Select(index => new LedgerAccount(
                (1000 + index + (index < renumbered ? 5000 : 0)).ToString(CultureInfo.InvariantCulture), "Rekening", "VW", TellsIds ? (number * 1000) + index + 1 : 0)),
        ]);
    }
}
