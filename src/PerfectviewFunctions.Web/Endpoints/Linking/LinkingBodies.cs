namespace PerfectviewFunctions.Web.Endpoints.Linking;

internal sealed record NewTenantBody(string? Id, string? Name);

/// <summary>Never printed: <see cref="object.ToString"/> shows no value.</summary>
internal sealed record CredentialsBody(string? UserName, string? SecurityCode1, string? SecurityCode2, bool? ConfirmOtherAdministration)
{
    public override string ToString() => "credentials";
}

/// <summary>Empty: what is saved is tested. Never printed: <see cref="object.ToString"/> shows no value.</summary>
internal sealed record ConnectionTestBody(string? UserName, string? SecurityCode1, string? SecurityCode2)
{
    internal bool IsEmpty => UserName is null && SecurityCode1 is null && SecurityCode2 is null;

    public override string ToString() => "credentials";
}

internal sealed record WebhookSecretBody(int? KeepPreviousHours);

/// <summary>An act that needs no more than its address.</summary>
internal sealed record EmptyBody;
