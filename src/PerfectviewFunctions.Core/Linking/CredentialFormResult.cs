using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>What could be made of what was pasted.</summary>
public abstract record CredentialFormResult
{
    private CredentialFormResult()
    {
    }

    /// <param name="Notes">What was repaired.</param>
    /// <param name="Hints">What looks odd and yet may be right; worth telling when the books refuse the credentials.</param>
    public sealed record Read(
        BookkeepingCredentials Credentials, IReadOnlyList<FormNote> Notes, IReadOnlyList<FormNote> Hints) : CredentialFormResult;

    public sealed record Faulty(IReadOnlyList<FieldFault> Faults) : CredentialFormResult;
}
