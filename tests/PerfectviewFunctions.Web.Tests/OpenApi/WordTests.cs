using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Web.Answers;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.OpenApi;

/// <summary>The words that the description lists are those that the code says.</summary>
public sealed class WordTests
{
    public static TheoryData<string, string, string> Enums { get; } = new()
    {
        { "EventAnswer", "outcome", Words<OutcomeKind>() },
        { "RelationAnswer", "state", Words<RelationState>() },
        { "SettingsAnswer", "personNames", Words<PersonNameFormat>() },
        { "SettingsChange", "personNames", Words<PersonNameFormat>() },
        { "PaymentAnswer", "state", Words<PaymentState>() },
        { "BalanceAnswer", "state", Words(Enum.GetValues<PaymentState>().Where(state => !new PaymentStatus(state, default).IsSettled)) },
        { "PaymentNoteAnswer", "kind", Words<PaymentNoteKind>() },
        { "AgeingBucketAnswer", "days", string.Join(' ', Ageing.BandsOverdue.Union(Ageing.BandsOfAge)) },
        { "NotCarriedOverAnswer", "field", string.Join(' ', Enum.GetValues<RelationField>().Select(FieldWord.Of)) },
    };

    [Theory]
    [MemberData(nameof(Enums))]
    public void Words_are_described_as_they_are_said(string schema, string property, string words) => Compare.Same(
        $"{schema}.{property}",
        words.Split(' '),
        ApiDocument.Schemas[schema]!["properties"]![property]!["enum"]!.AsArray().Select(word => (string)word!));

    [Fact]
    public void Preview_has_the_name_by_each_choice_of_the_setting() => Compare.Same(
        "NameFormatsAnswer",
        Words<PersonNameFormat>().Split(' '),
        ApiDocument.Schemas["NameFormatsAnswer"]!["properties"]!.AsObject().Select(format => format.Key));

    private static string Words<T>()
        where T : struct, Enum => Words(Enum.GetValues<T>());

    private static string Words<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(' ', values.Select(AnswerJson.Word));
}
