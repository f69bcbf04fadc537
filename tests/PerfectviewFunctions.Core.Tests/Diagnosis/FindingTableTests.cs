using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;
using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Core.Errors;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Diagnosis;

/// <summary>The table of findings is whole, in whole sentences, and what the documentation says.</summary>
public sealed class FindingTableTests
{
    private const string Opening = """
        # Diagnosis: what was found, and what to do

        <!-- Generated from src/PerfectviewFunctions.Core/Diagnosis/FindingTable.cs. Do not edit: change an entry and run UPDATE_DOCS=1 ./test Core -->

        Everything that `-- doctor` and `GET /api/tenants/{tenant}/diagnosis` can say of a tenant, Dutch first. Words in braces stand for the values of the
        case at hand; codes among them are explained in [errors.md](errors.md). How much it matters: *Info*, nothing is wrong; *Attention*, it may pass by
        itself, and somebody should know; *Action*, it does not go on without a person. Those from `compared` on come only where store and books were compared.

        | code | whose | gevonden / found | wat te doen / what to do |
        | --- | --- | --- | --- |

        """;

    [Fact]
    public void Every_code_stands_in_the_table_exactly_once() => Assert.Equal(
        Codes.Select(code => (string)code.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        FindingTable.All.Select(entry => entry.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_entry_says_the_same_in_whole_sentences_of_both_languages() => Assert.All(FindingTable.All, entry =>
    {
        Assert.All([entry.Nl, entry.En, entry.ActionNl, entry.ActionEn], sentence => Assert.Matches(@"^[\p{Lu}{][^\r\n]+\.$", sentence));
        Assert.Equal(Placeholders(entry.Nl), Placeholders(entry.En));
        Assert.Equal(Placeholders(entry.ActionNl), Placeholders(entry.ActionEn));
        Assert.Equal(entry.Severity == Severity.Action, entry.Severity == Severity.Action && entry.Doer != Doer.Nobody);
    });

    [Fact]
    public void Sentences_name_only_values_that_the_comment_of_their_code_promises()
    {
        var comments = XDocument.Load(Path.ChangeExtension(typeof(FindingCode).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Value, StringComparer.Ordinal);

        Assert.All(Codes, code => Assert.Superset(
            Placeholders(FindingTable.Find((string)code.GetRawConstantValue()!) is var entry ? entry.Nl + entry.ActionNl : ""),
            Placeholders(comments[$"F:{typeof(FindingCode).FullName}.{code.Name}"])));
    }

    [Fact]
    public async Task Document_says_what_the_table_says()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PerfectviewFunctions.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        var (path, expected) = (Path.Combine(folder.FullName, "docs", "diagnosis.md"), new StringBuilder(Opening));
        foreach (var entry in FindingTable.All)
        {
            expected.Append(
                CultureInfo.InvariantCulture,
                $"| <a id=\"{entry.Code}\"></a>`{entry.Code}`<br>{entry.Severity} | {entry.Doer} | {entry.Nl}<br>*{entry.En}* | {entry.ActionNl}<br>*{entry.ActionEn}* |\n");
        }

        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, expected.ToString());
        }

        Assert.Equal(expected.ToString(), File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "");
    }

    private static FieldInfo[] Codes => typeof(FindingCode).GetFields(BindingFlags.Public | BindingFlags.Static);

    private static HashSet<string> Placeholders(string text) =>
        [.. ReasonText.Placeholder().Matches(text).Select(match => match.Groups["name"].Value)];
}
