using System.Globalization;
using System.Text.RegularExpressions;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Infra.Tests.Settings;

/// <summary>A setting that the code reads.</summary>
/// <param name="Path">As <c>Engine:CallTimeout</c>.</param>
internal sealed record ProductSetting(string Path, Type Type, object? Default)
{
    public const string Prefix = "PERFECTVIEWFUNCTIONS_";

    /// <summary>As the app's settings call it.</summary>
    public string Variable => Prefix + Path.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The word that Bicep has for its type; durations and addresses are texts there.</summary>
    public string Kind => (Nullable.GetUnderlyingType(Type) ?? Type) switch
    {
        var type when type == typeof(bool) => "bool",
        var type when type == typeof(int) || type == typeof(long) => "int",
        _ => "string",
    };

    /// <summary>A value that it may have, as Bicep has it.</summary>
    public object Plausible => Default switch
    {
        bool yes => yes,
        int number => (long)number,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        _ when Type == typeof(Uri) => "https://books.example/soap.asmx",
        _ => throw new InvalidOperationException($"What may {Path} be?"),
    };
}

/// <summary>The settings that the app on Azure reads, asked of the records that it reads them into.</summary>
internal static partial class ProductNames
{
    /// <summary>Never set in Azure: by identity only, and in a vault only.</summary>
    public static readonly string[] Forbidden = ["Storage:ConnectionString", "Secrets:Folder"];

    /// <summary>Bicep sets these itself and nobody else does: where things are, as whom they are reached, and who is believed.</summary>
    public static readonly string[] OfBicep = ["Storage:Tables", "Storage:Table", "Secrets:Vault", "Identity:ClientId", "Gate:TrustPrincipalHeader"];

    public static IReadOnlyList<ProductSetting> All { get; } = [.. In(new AzureSettings(), ""), .. In(new ProductSettings(), "")];

    /// <summary>What a customer's file may set.</summary>
    public static IReadOnlyList<ProductSetting> OfCustomers { get; } = [.. All.Where(setting => !Forbidden.Contains(setting.Path) && !OfBicep.Contains(setting.Path))];

    /// <summary>The variables without which the app does not start in Azure: those that its own sentences call missing.</summary>
    public static IReadOnlyList<string> Needed { get; } =
        [.. new AzureSettings().Faults(inAzure: true).Select(fault => Missing().Match(fault)).Where(match => match.Success).Select(match => match.Groups["name"].Value)];

    /// <summary>As <see cref="SettingsReading"/> walks a record.</summary>
    private static IEnumerable<ProductSetting> In(object record, string section) =>
        from property in record.GetType().GetProperties()
        where property.CanWrite && !property.IsDefined(typeof(ReadApartAttribute), inherit: false)
        let isSection = property.PropertyType.Namespace!.StartsWith("PerfectviewFunctions", StringComparison.Ordinal)
        from setting in isSection
            ? In(property.GetValue(record)!, $"{section}{property.Name}:")
            : [new ProductSetting(section + property.Name, property.PropertyType, property.GetValue(record))]
        select setting;

    [GeneratedRegex("^(?<name>PERFECTVIEWFUNCTIONS_\\w+) is missing", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
