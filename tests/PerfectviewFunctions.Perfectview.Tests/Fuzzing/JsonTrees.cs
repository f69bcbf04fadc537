using System.Text;

namespace PerfectviewFunctions.Perfectview.Tests.Fuzzing;

/// <summary>JSON of whatever shape, with the contract's own names in it, written by hand so that it may say what no serializer would.</summary>
internal sealed class JsonTrees(Random random)
{
    private static readonly string[] Names =
    [
        "id", "type", "occurredAt", "data", "invoice", "relation", "number", "date", "total", "vatTotals", "lines", "category", "rate", "net", "vat", "name",
        "quantity", "unitPrice", "vatCategory", "vatRate", "creditOf", "currency", "__proto__", "", "a/b~c", "\\u0000", "\\ud83d\\ude00", "\\ud800", "Number", "code",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1e999999999", "-1E-99999999999999999999", "0.1", "121.00", "999999999.99", "1000000000", "9223372036854775808",
        "1.0000000000000000000000000000000000001", "\"\"", "\" \"", "\"2026-03-02\"", "\"2026-02-30\"", "\"0000-00-00\"", "\"2026-03-02T10:00:00+01:00\"",
        "\"2026-03-02T10:00:60Z\"", "\"invoice.sent\"", "\"invoice.credited\"", "\"relation.updated\"", "\"relation.deleted\"", "\"EUR\"", "\"NL_HIGH\"",
        "\"\\u0000\\u001b[2J\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\\u2028\"", "\"../../etc/passwd\"", "\"<!DOCTYPE x>\"", "[]", "{}", "[[]]", "[null]",
    ];

    /// <summary>An event, or an array of them, of which any part may be something else.</summary>
    public byte[] Next()
    {
        var text = new StringBuilder();
        Write(text, random.Next(3) == 0 ? "[]" : "{}", depth: 0);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(StringBuilder text, string? kind, int depth)
    {
        if (kind is null && random.Next(10) == 0)
        {
            WriteLong(text);
            return;
        }

        kind ??= depth > 40 || random.Next(3) > 0 ? Values[random.Next(Values.Length)] : random.Next(2) == 0 ? "{}" : "[]";
        if (kind is not ("{}" or "[]"))
        {
            text.Append(kind);
            return;
        }

        text.Append(kind[0]);
        for (var left = random.Next(depth < 3 ? 8 : 3); left > 0; left--)
        {
            if (kind == "{}")
            {
                text.Append('"').Append(Names[random.Next(Names.Length)]).Append("\":");
            }

            Write(text, null, depth + 1);
            text.Append(left > 1 ? "," : "");
        }

        text.Append(kind[1]);
    }

    /// <summary>A number or a text that has no end, or a pile of brackets.</summary>
    private void WriteLong(StringBuilder text)
    {
        var length = random.Next(1, 20_000);
        switch (random.Next(5))
        {
            case 0:
                text.Append('9', length);
                break;
            case 1:
                text.Append("0.").Append('0', length).Append('1');
                break;
            case 2:
                text.Append("1e").Append('9', length);
                break;
            case 3:
                text.Append('"').Insert(text.Length, "\\u0041", length / 6).Append('"');
                break;
            default:
                text.Append('[', length % 40).Append(']', length % 40);
                break;
        }
    }
}
