using System.Text.Json;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What somebody wants to be different; what he does not name stays as it is.</summary>
/// <param name="Apply">Makes it so in settings as they are now.</param>
/// <param name="Faults">What of it could not be understood: then nothing of it is done.</param>
public sealed record SettingsChange(Func<TenantSettings, TenantSettings> Apply, IReadOnlyList<FieldFault> Faults)
{
    private const int MostFaults = 50;

    /// <summary>Reads a change from an object with any of the settings: an absent one is left alone, null means none where that is possible.</summary>
    public static SettingsChange Read(JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return new(settings => settings, [new(
                "", "Stuur een object met de instellingen die anders moeten.", "Send an object with the settings that are to change.")]);
        }

        var faults = new List<FieldFault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Func<TenantSettings, TenantSettings> apply = settings => settings;
        foreach (var property in sent.EnumerateObject())
        {
            if (faults.Count == MostFaults)
            {
                break;
            }

            var name = SentValue.NameOf(property);
            if (SettingsFields.All.FirstOrDefault(known => known.Name == name) is not { } field)
            {
                faults.Add(Unknown(name));
            }
            else if (!seen.Add(field.Name))
            {
                faults.Add(new("/" + field.Name, "Deze instelling staat er twee keer.", "This setting is there twice."));
            }
            else if (field.Read(property.Value) is { } set)
            {
                var before = apply;
                apply = settings => set(before(settings));
            }
            else
            {
                faults.Add(field.Wrong(property.Value));
            }
        }

        return new(apply, faults);
    }

    private static FieldFault Unknown(string name)
    {
        var near = NearName.Of(name, SettingsFields.All.Select(field => field.Name));
        var pointer = SentValue.IsPlainName(name) ? "/" + name : "";
        return new(
            pointer,
            near is null ? "Deze instelling bestaat niet." : $"Deze instelling bestaat niet. Bedoelt u {near}?",
            near is null ? "There is no such setting." : $"There is no such setting. Do you mean {near}?");
    }
}
