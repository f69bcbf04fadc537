namespace PerfectviewFunctions.Testing.Vaults;

/// <summary>One call that was let in; calls without a token are no more than questions for the challenge, and not listed.</summary>
/// <param name="Path">Such as <c>/secrets/name</c>.</param>
public sealed record VaultCall(string Method, string Path)
{
    public override string ToString() => $"{Method} {Path}";
}
