using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>What the page of settings shows.</summary>
/// <param name="Waiting">How many invoices wait at the moment.</param>
/// <param name="WebhookAddress">Complete, as the sender needs it.</param>
public sealed record SettingsModel(Tenant Tenant, ConnectionState Connection, Bounded Waiting, string WebhookAddress)
{
    /// <summary>What is in the fields.</summary>
    public SettingsValues Values { get; init; } = new(Tenant.Settings, _ => null);

    /// <summary>The part that was filled in with a fault, and the version its form was made from: what others changed since is told when it is sent anew.</summary>
    public (SettingsPart Part, long Version)? MadeFrom { get; init; }

    /// <summary>What is wrong with what was filled in, but for credentials.</summary>
    public FormFaults Faults { get; init; } = FormFaults.None;

    /// <summary>How long the old webhook secret is to stay valid, as somebody typed it.</summary>
    public string KeepPreviousHours { get; init; } = "24";

    /// <summary>Why nothing was done, where no field is to blame.</summary>
    public Reason? Problem { get; init; }

    /// <summary>The settings as somebody wanted them while another changed them.</summary>
    public TenantSettings? Yours { get; init; }

    /// <summary>What came of testing or saving credentials.</summary>
    public LinkOutcome? Outcome { get; init; }

    /// <summary>The version that the form of a part is made from.</summary>
    public long VersionOf(SettingsPart part) => MadeFrom is { } form && form.Part == part ? form.Version : Tenant.SettingsMark.Version;

    public bool IsLinked => Tenant.State == TenantState.Linked;
}

/// <summary>What stands in the fields: what somebody typed, or else what is saved.</summary>
/// <param name="typed">What he typed into a field; null for one that he was not asked for.</param>
public sealed class SettingsValues(TenantSettings settings, Func<string, string?> typed)
{
    public string this[string field] => typed(field) ?? SettingFields.All.First(known => known.Name == field).Typed(settings);

    public bool IsTicked(string field) => this[field].Length > 0;
}

/// <summary>What came of testing or saving credentials. Never holds a value.</summary>
public sealed record LinkOutcome
{
    public FormFaults Faults { get; init; } = FormFaults.None;

    public TestResult? Test { get; init; }

    /// <summary>Why working credentials were not saved.</summary>
    public Reason? Refusal { get; init; }

    /// <summary>Whether those that are saved were tested.</summary>
    public bool IsOfSaved { get; init; }

    /// <summary>Whether saving them takes a tick by somebody who knows that it is another administration.</summary>
    public bool AsksToConfirm =>
        (Test is TestResult.Works { Administration: AdministrationFit.Other } && !IsOfSaved) || Refusal?.Code == ReasonCode.OtherAdministration;
}
