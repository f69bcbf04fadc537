using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The error body of the REST API: camelCase, with errors as an array of texts, as its schema says.</summary>
internal static class RestErrorBody
{
    public static JsonObject Of(RestResult refused)
    {
        var title = RestErrors.TitleOf(refused.Code!);
        var isSecurity = RestErrors.IsSecurity(refused.Code!);
        var body = Plain(refused.Status, isSecurity ? "security" : "validation", title);
        body["propertyName"] = refused.Property;
        body["code"] = refused.Code;
        body["message"] = title;
        if (isSecurity && refused.Status == StatusCodes.Status403Forbidden)
        {
            // 0 generic, 1 no access to the administration, 2 no administration opened.
            body["securityType"] = refused.Code switch
            {
                RestErrors.NoAccess => "1",
                "SECURITY_002" => "2",
                _ => "0",
            };
        }

        return body;
    }

    /// <summary>An answer of the web server itself, such as for an unknown path: it has no code.</summary>
    public static JsonObject Plain(int status, string type, string title) => new()
    {
        ["errors"] = new JsonArray(title),
        ["type"] = type,
        ["title"] = title,
        ["status"] = status,
        ["traceId"] = Guid.NewGuid().ToString("N"),
    };
}
