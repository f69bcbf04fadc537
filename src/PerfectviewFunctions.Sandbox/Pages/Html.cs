using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Markup that is safe to put on a page: whatever is filled into a template is encoded, unless it is markup itself.</summary>
internal readonly record struct Html(string Markup)
{
    public static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-NL");

    public static Html Of(Template template) => new(template.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => Markup;

    [InterpolatedStringHandler]
    internal readonly struct Template(int literalLength, int formattedCount)
    {
        private readonly StringBuilder markup = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => markup.Append(literal);

        public void AppendFormatted(Html part) => markup.Append(part.Markup);

        public void AppendFormatted<T>(T value, string? format = null) =>
            markup.Append(WebUtility.HtmlEncode(value is IFormattable formattable ? formattable.ToString(format, Dutch) : value?.ToString()));

        public override string ToString() => markup.ToString();
    }
}
