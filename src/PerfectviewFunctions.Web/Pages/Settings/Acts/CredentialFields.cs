using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Settings.Acts;

/// <summary>The credentials as they were filled in. They go to the books and the secret store, never back into a page.</summary>
internal sealed class CredentialFields
{
    private readonly string userName;
    private readonly string code1;
    private readonly string code2;
    private readonly string token;

    private CredentialFields(string userName, string code1, string code2, string token) =>
        (this.userName, this.code1, this.code2, this.token) = (userName, code1, code2, token);

    public bool IsEmpty => string.IsNullOrWhiteSpace(userName + code1 + code2 + token);

    public static CredentialFields Of(PageForm form) =>
        new(form["userName"] ?? "", form["securityCode1"] ?? "", form["securityCode2"] ?? "", form["token"] ?? "");

    public CredentialFormResult Read() => CredentialForm.Read(userName, code1, code2, token);
}
