using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>Tests the credentials that are saved, or those that are sent, which are not saved.</summary>
internal sealed class ConnectionTestEndpoint(TenantStore tenants, ConnectionTest test) : IEndpoint
{
    public EndpointDefinition Definition { get; } = new("ConnectionTest", HttpMethods.Post, Routes.ConnectionTest, Access.TenantManage);

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (sent, problem) = await ApiBody.ReadAsync(request, LinkingJson.Default.ConnectionTestBody, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        if (await request.FindTenantAsync(tenants, cancellationToken) is not { } tenant)
        {
            return Problem.NoSuchTenant;
        }

        if (sent.IsEmpty)
        {
            return Answer(await test.TestSavedAsync(tenant, cancellationToken));
        }

        return CredentialForm.Read(sent.UserName, sent.SecurityCode1, sent.SecurityCode2, sent.Token) switch
        {
            CredentialFormResult.Read form => Answer(await test.TestAsync(tenant, form, cancellationToken)),
            CredentialFormResult.Faulty faulty => Problem.Of(faulty.Faults),
            _ => throw new InvalidOperationException("A form of an unknown kind."),
        };
    }

    private static IResult Answer(TestResult result) => Results.Json(TestAnswer.Of(result), LinkingJson.Default.TestAnswer);
}
