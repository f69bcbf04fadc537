namespace PerfectviewFunctions.Web.Endpoints.Linking;

internal sealed record NewTenantBody(string? Id, string? Name);

/// <summary>A user name with both codes, or a token. Never printed: <see cref="object.ToString"/> shows no value.</summary>
/// <param name="AdministrationOf">What an operator says of the administration: the id of a tenant that books in it, or <c>new</c>.</param>
internal sealed record CredentialsBody(
    string? UserName, string? SecurityCode1, string? SecurityCode2, string? Token, bool? ConfirmOtherAdministration, string? AdministrationOf)
{
    public override string ToString() => "credentials";
}

/// <summary>Empty: what is saved is tested. Never printed: <see cref="object.ToString"/> shows no value.</summary>
internal sealed record ConnectionTestBody(string? UserName, string? SecurityCode1, string? SecurityCode2, string? Token)
{
    internal bool IsEmpty => UserName is null && SecurityCode1 is null && SecurityCode2 is null && Token is null;

    public override string ToString() => "credentials";
}

internal sealed record WebhookSecretBody(int? KeepPreviousHours);

/// <summary>An act that needs no more than its address.</summary>
internal sealed record EmptyBody;
