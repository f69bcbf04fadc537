using System.Globalization;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Soap.Answers;

/// <summary>One item of a list as it came: its fields by name and, where it has them, the items of its inner list.</summary>
internal sealed class AnswerRow(string item)
{
    private readonly Dictionary<string, string> fields = [];

    public IReadOnlyDictionary<string, string> Fields => fields;

    public List<AnswerRow> Inner { get; } = [];

    public void Add(string name, string value) => fields[name] = value;

    /// <summary>Empty when absent or nil.</summary>
    public string Text(string name) => fields.GetValueOrDefault(name, "");

    public string Required(string name) => Text(name).Trim() is { Length: > 0 } text ? text : throw Unreadable(name, "missing");

    public long Number(string name) =>
        long.TryParse(Required(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable(name, "no number");

    /// <summary>0 when it is absent, or no number.</summary>
    public long NumberOrZero(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>An xs:decimal or xs:double in euros, rounded to cents: the service may print 500, 121.5000 or 1.2E3.</summary>
    public decimal Amount(string name) =>
        decimal.TryParse(Required(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && WireEuros.Of(amount) is { } euros
            ? euros
            : throw Unreadable(name, "no amount");

    /// <summary>The date of an xs:date or xs:dateTime as written: a time or an offset behind it moves it nowhere.</summary>
    public DateOnly Date(string name)
    {
        var text = Required(name);
        return text.Length >= 10 && (text.Length == 10 || text[10] is 'T' or 'Z' or '+' or '-')
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Unreadable(name, "no date");
    }

    private UnreadableAnswerException Unreadable(string name, string what) => new($"{name} of a {item}: {what}");
}
