using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>A relation that is new in the books, or what of one changed there.</summary>
/// <param name="Code">Its code in the books.</param>
/// <param name="Fields">By their names on the wire; empty where something was cleared. What is not among them is as it was.</param>
internal sealed record CardChange(string Code, bool IsNew, IReadOnlyDictionary<string, string> Fields)
{
    private const string Name = "Bedrijf";
    private const string Added = "AddDatum";

    /// <summary>Whether it is a member of a club: SOAP wants it said, REST does not.</summary>
    private const string Member = "LA";
    private const int ShortLength = 40;

    public static CardChange New(string code, params IEnumerable<(string Field, string Value)> fields) =>
        new(code, IsNew: true, fields.ToDictionary(field => field.Field, field => field.Value));

    public static CardChange Of(string code, params IEnumerable<(string Field, string Value)> fields) =>
        New(code, fields) with { IsNew = false };

    /// <summary>What became different, in the order of the books. The day on which the books added a relation doesn't count.</summary>
    public static IReadOnlyList<CardChange> Between(IReadOnlyList<SandboxRelation> before, IReadOnlyList<SandboxRelation> after)
    {
        var known = before.ToDictionary(relation => relation.Id);
        var changes = after
            .Select(now => Between(known.GetValueOrDefault(now.Id), now))
            .Where(change => change.IsNew || change.Fields.Count > 0);
        var gone = before
            .ExceptBy(after.Select(relation => relation.Id), relation => relation.Id)
            .Select(relation => Of(relation.Code, ("ID", "")));
        return [.. changes, .. gone];
    }

    /// <summary>Does it in the books, as somebody does who works there.</summary>
    public void DoIn(SandboxAdministration books)
    {
        if (IsNew)
        {
            books.AddRelation(Code, Fields[Name], Fields);
        }
        else
        {
            books.ChangeRelation(books.Relations.Single(relation => relation.Code == Code).Id, Fields);
        }
    }

    /// <summary>The same as the books have it by this API.</summary>
    public CardChange By(BookkeepingApi api) => api == BookkeepingApi.Soap
        ? this
        : this with { Fields = Fields.Where(field => field.Key != Member).ToDictionary(field => field.Key, field => field.Value) };

    /// <summary>In a few words.</summary>
    public string Short() => IsNew
        ? $"{Code} {ShortName(Fields[Name])}, {Fields.Count} fields"
        : $"{Code}: {string.Join(", ", Fields.Select(field => $"{field.Key} {(field.Value.Length == 0 ? "empty" : field.Value)}"))}";

    /// <summary>All of it, one by one.</summary>
    public IEnumerable<string> Facts() =>
        Fields.Select(field => $"{Code} {field.Key}={field.Value}").Prepend($"{Code} {(IsNew ? "new" : "changed")}");

    private static CardChange Between(SandboxRelation? before, SandboxRelation now)
    {
        var names = now.Fields.Keys.Union(before?.Fields.Keys ?? []).Where(name => name != Added && now[name] != (before?[name] ?? ""));
        IEnumerable<(string, string)> code = before is not null && before.Code != now.Code ? [("Code", now.Code)] : [];
        return New(before?.Code ?? now.Code, [.. code, .. names.Select(name => (name, now[name]))]) with { IsNew = before is null };
    }

    private static string ShortName(string name) => name.Length <= ShortLength ? name : name[..ShortLength] + "…";
}
