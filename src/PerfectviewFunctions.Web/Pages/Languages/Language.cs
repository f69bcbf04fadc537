using System.Globalization;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Web.Pages.Languages;

/// <summary>How a language writes numbers and times. By its own rules, not those the machine happens to have installed.</summary>
public sealed class Language
{
    private readonly NumberFormatInfo numbers;
    private readonly string dayForm;

    private Language(string code, string name, string group, string mark, string dayForm)
    {
        (Code, Name, this.dayForm) = (code, name, dayForm);
        numbers = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = mark, NegativeSign = "\u2212" };
    }

    public static Language Dutch { get; } = new("nl", "Nederlands", ".", ",", "dd-MM-yyyy");

    public static Language English { get; } = new("en", "English", ",", ".", "d MMM yyyy");

    public static IReadOnlyList<Language> All { get; } = [Dutch, English];

    /// <summary>As HTML names it.</summary>
    public string Code { get; }

    /// <summary>In the language itself.</summary>
    public string Name { get; }

    /// <summary>An amount in euros, with a minus sign that stays with its number.</summary>
    public string Amount(decimal euros) => $"€\u00a0{euros.ToString("N2", numbers)}";

    public string Number(int number) => number.ToString("N0", numbers);

    public string Day(DateOnly day) => day.ToString(dayForm, CultureInfo.InvariantCulture);

    /// <summary>To the minute, as clocks in the Netherlands show it.</summary>
    public string Moment(DateTimeOffset moment) => DutchTime.At(moment).ToString(dayForm + " HH:mm", CultureInfo.InvariantCulture);

    public string Of(string dutch, string english) => this == English ? english : dutch;
}
