using System.Buffers;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What settings have to be like by themselves, before anybody asks the books.</summary>
public static class SettingsRules
{
    private const int NameLength = 100;
    private const int PrefixLength = 20;
    private const int AccountLength = 10;
    private const int LongestTerm = 9999;
    private const int LongestRetention = 3650;
    private const int FirstYear = 1980;
    private const int LastYear = 2049;

    private static readonly SearchValues<char> PrefixCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    /// <returns>A fault per field that can't be as it is; none when all is well.</returns>
    public static IReadOnlyList<FieldFault> Check(TenantSettings settings, SettingsOptions options)
    {
        var faults = new List<FieldFault>();
        Require(
            settings.Name.Length <= NameLength && !settings.Name.Any(char.IsControl), "name",
            $"De naam heeft hoogstens {NameLength} tekens en geen regeleinden of andere onzichtbare tekens. Kort de naam in.",
            $"The name has at most {NameLength} characters and no line breaks or other invisible ones. Shorten it.");
        Require(
            settings.NumberPrefix.Length <= PrefixLength && !settings.NumberPrefix.AsSpan().ContainsAnyExcept(PrefixCharacters), "numberPrefix",
            $"Het voorvoegsel heeft hoogstens {PrefixLength} tekens: letters zonder accent, cijfers en - _ . /. Met het factuurnummer erachter "
            + "mag het samen niet langer zijn dan de 50 tekens die e-Boekhouden aanneemt. Kies een korter of eenvoudiger voorvoegsel.",
            $"The prefix has at most {PrefixLength} characters: letters without accents, digits and - _ . /. Together with the invoice number "
            + "it can't be longer than the 50 characters that e-Boekhouden takes. Choose a shorter or simpler prefix.");
        Require(
            IsAccount(settings.DebtorAccount), "debtorAccount",
            $"Een grootboekrekening heeft 1 tot {AccountLength} tekens en geen spaties. Vul de code van de debiteurenrekening in, zoals 1300.",
            $"A ledger account has 1 to {AccountLength} characters and no spaces. Enter the code of the debtors account, such as 1300.");
        Require(
            settings.PaymentTermDays is >= 0 and <= LongestTerm, "paymentTermDays",
            $"De betalingstermijn is een aantal dagen van 0 tot en met {LongestTerm}. Vul zo'n aantal in.",
            $"The payment term is a number of days from 0 to {LongestTerm}. Enter such a number.");
        Require(
            settings.BookingsFrom is not { } start || start.Year is >= FirstYear and <= LastYear, "bookingsFrom",
            $"De startdatum ligt in een jaar van {FirstYear} tot en met {LastYear}, zoals e-Boekhouden datums aanneemt. Kies een andere datum.",
            $"The start date lies in a year from {FirstYear} to {LastYear}, as e-Boekhouden takes dates. Choose another date.");
        Require(
            settings.RetentionDays is >= 1 and <= LongestRetention, "retentionDays",
            $"De bewaartermijn is een aantal dagen van 1 tot en met {LongestRetention}: zo lang blijft het bericht uit Perfectview bewaard nadat "
            + "het verwerkt is. Vul zo'n aantal in. Wat er geboekt is, blijft altijd zichtbaar.",
            $"The retention is a number of days from 1 to {LongestRetention}: so long the message from Perfectview is kept after it was dealt "
            + "with. Enter such a number. What was booked always stays visible.");
        Check("personNames", settings.PersonNames);
        Check("grouping", settings.Grouping);
        Check("inclusiveRounding", settings.InclusiveRounding);
        Check("webhookProof", settings.WebhookProof);
        if (SecretLook.IsIn(settings.Name) && !faults.Exists(fault => fault.Pointer == "/name"))
        {
            faults.Add(SecretLook.FaultAt("/name"));
        }

        return [.. faults, .. DescriptionRule.Check(settings.Description), .. CallbackRule.Check(settings.CallbackAddress, options)];

        void Require(bool kept, string field, string nl, string en)
        {
            if (!kept)
            {
                faults.Add(new FieldFault("/" + field, nl, en));
            }
        }

        void Check<T>(string field, T value)
            where T : struct, Enum
        {
            var words = Choice.Words<T>();
            Require(
                Enum.IsDefined(value), field,
                $"Kies {Choice.Listed(words, "of")}.",
                $"Choose {Choice.Listed(words, "or")}.");
        }
    }

    /// <summary>Only of what differs: a setting that was saved when the rules were others does not stand in the way of the rest.</summary>
    internal static IEnumerable<FieldFault> CheckChanged(TenantSettings before, TenantSettings after, SettingsOptions options)
    {
        var changed = SettingsFields.Changes(before, after).Select(change => "/" + change.Field).ToHashSet(StringComparer.Ordinal);
        return Check(after, options).Where(fault => changed.Contains(fault.Pointer));
    }

    /// <summary>Whether a text can be the code of a ledger account at all.</summary>
    internal static bool IsAccount(string text) =>
        text.Length is >= 1 and <= AccountLength && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
