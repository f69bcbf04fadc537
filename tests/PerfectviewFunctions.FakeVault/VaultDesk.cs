using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace PerfectviewFunctions.Testing.Vaults;

/// <summary>Does what a call asks for.</summary>
internal sealed partial class VaultDesk(VaultState state)
{
    public VaultReply Answer(VaultCall call, HttpRequest request, JsonObject? body) => state.With(secrets =>
    {
        var parts = call.Path.Trim('/').Split('/');
        if (parts.Length < 2 || !SecretNames().IsMatch(parts[1]))
        {
            return parts is ["deletedsecrets"] ? ListDeleted(secrets, request) : VaultReply.Error(400, "BadParameter", "", "The request URI contains an invalid name.");
        }

        var name = parts[1];
        var secret = secrets.GetValueOrDefault(name);
        secret?.Step();
        return (call.Method, parts) switch
        {
            ("GET", ["secrets", _]) => Get(secret, name, null, request),
            ("GET", ["secrets", _, "versions"]) => ListVersions(secret, name, request),
            ("GET", ["secrets", _, var version]) => Get(secret, name, version, request),
            ("PUT", ["secrets", _]) => Put(secrets, name, body!, request),
            ("PATCH", ["secrets", _, var version]) => Patch(secret, name, version, body!, request),
            ("DELETE", ["secrets", _]) => Delete(secret, name, request),
            ("GET", ["deletedsecrets", _]) => GetDeleted(secret, name, request),
            ("POST", ["deletedsecrets", _, "recover"]) => Recover(secret, name, request),
            ("DELETE", ["deletedsecrets", _]) => Purge(secrets, secret, name),
            _ => VaultReply.Error(405, "MethodNotAllowed", "", "The method is not allowed."),
        };
    });

    private static VaultReply Get(VaultSecret? secret, string name, string? version, HttpRequest request)
    {
        if (secret?.Stage is null or VaultStage.Deleted or VaultStage.BeingDeleted)
        {
            return VaultReply.Missing(name);
        }

        if (secret.Stage == VaultStage.BeingRecovered)
        {
            return VaultReply.Busy(secret.Stage, name);
        }

        var found = version is null ? secret.Versions[^1] : secret.Versions.Find(one => one.Id == version);
        return found switch
        {
            null => VaultReply.Missing(name + "/" + version),
            { Enabled: false } => VaultReply.Error(403, "Forbidden", "SecretDisabled", "Operation get is not allowed on a disabled secret."),
            _ => new VaultReply(200, Json(name, found, request, withValue: true)),
        };
    }

    private static VaultReply Put(Dictionary<string, VaultSecret> secrets, string name, JsonObject body, HttpRequest request)
    {
        if (secrets.TryGetValue(name, out var secret) && secret.Stage != VaultStage.There)
        {
            return VaultReply.Busy(secret.Stage, name);
        }

        secret ??= secrets[name] = new VaultSecret();

        // As in the real vault, dates are whole seconds: two versions written at once share theirs.
        var version = new VaultVersion(
            Guid.NewGuid().ToString("N"),
            body["value"]!.GetValue<string>(),
            DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
        secret.Versions.Add(version);
        Apply(version, body);
        return new VaultReply(200, Json(name, version, request, withValue: true));
    }

    private static VaultReply Patch(VaultSecret? secret, string name, string version, JsonObject body, HttpRequest request)
    {
        if (secret?.Stage != VaultStage.There || secret.Versions.Find(one => one.Id == version) is not { } found)
        {
            return secret?.Stage is null or VaultStage.There ? VaultReply.Missing(name + "/" + version) : VaultReply.Busy(secret.Stage, name);
        }

        Apply(found, body);
        return new VaultReply(200, Json(name, found, request, withValue: false));
    }

    private VaultReply ListVersions(VaultSecret? secret, string name, HttpRequest request) => secret?.Stage switch
    {
        null or VaultStage.Deleted or VaultStage.BeingDeleted => VaultReply.Missing(name),
        _ => Page([.. secret.Versions.Select(version => Json(name, version, request, withValue: false))], request, state.PageSize),
    };

    private VaultReply ListDeleted(Dictionary<string, VaultSecret> secrets, HttpRequest request) => Page(
        [.. secrets.Where(pair => pair.Value.Stage == VaultStage.Deleted).Select(pair => Deleted(pair.Key, pair.Value, request))], request, state.PageSize);

    private VaultReply Delete(VaultSecret? secret, string name, HttpRequest request)
    {
        switch (secret?.Stage)
        {
            case VaultStage.There:
                secret.Delete(state.DeletionTakes);
                return new VaultReply(200, Deleted(name, secret, request));
            case null or VaultStage.Deleted:
                return VaultReply.Missing(name);
            default:
                return VaultReply.Busy(secret.Stage, name);
        }
    }

    /// <summary>Like a plain reading, this is refused while the newest version is disabled.</summary>
    private static VaultReply GetDeleted(VaultSecret? secret, string name, HttpRequest request) => secret?.Stage != VaultStage.Deleted
        ? VaultReply.Missing(name)
        : secret.Versions[^1].Enabled
            ? new VaultReply(200, Deleted(name, secret, request))
            : VaultReply.Error(403, "Forbidden", "SecretDisabled", "Operation get is not allowed on a disabled secret.");

    private VaultReply Recover(VaultSecret? secret, string name, HttpRequest request)
    {
        switch (secret?.Stage)
        {
            case VaultStage.Deleted:
                secret.Recover(state.RecoveryTakes);
                return new VaultReply(200, Json(name, secret.Versions[^1], request, withValue: false));
            case null or VaultStage.There:
                return VaultReply.Missing(name);
            default:
                return VaultReply.Busy(secret.Stage, name);
        }
    }

    private static VaultReply Purge(Dictionary<string, VaultSecret> secrets, VaultSecret? secret, string name)
    {
        if (secret?.Stage != VaultStage.Deleted)
        {
            return secret is null ? VaultReply.Missing(name) : VaultReply.Busy(secret.Stage, name);
        }

        secrets.Remove(name);
        return new VaultReply(204, []);
    }

    private static VaultReply Page(List<JsonObject> all, HttpRequest request, int size)
    {
        var skip = int.Parse(request.Query["$skiptoken"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var next = skip + size < all.Count
            ? $"https://{request.Host}{request.Path}?api-version={request.Query["api-version"]}&$skiptoken={skip + size}"
            : null;
        return new VaultReply(200, new JsonObject { ["value"] = new JsonArray([.. all.Skip(skip).Take(size)]), ["nextLink"] = next });
    }

    private static void Apply(VaultVersion version, JsonObject body)
    {
        version.Enabled = body["attributes"]?["enabled"]?.GetValue<bool>() ?? version.Enabled;
        version.Expires = body["attributes"]?["exp"]?.GetValue<long>() is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : version.Expires;
    }

    private static JsonObject Deleted(string name, VaultSecret secret, HttpRequest request)
    {
        var json = Json(name, secret.Versions[^1], request, withValue: false);
        json["recoveryId"] = $"https://{request.Host}/deletedsecrets/{name}";
        json["deletedDate"] = 1_772_000_000;
        json["scheduledPurgeDate"] = 1_779_776_000;
        return json;
    }

    private static JsonObject Json(string name, VaultVersion version, HttpRequest request, bool withValue)
    {
        var attributes = new JsonObject
        {
            ["enabled"] = version.Enabled,
            ["created"] = version.Created.ToUnixTimeSeconds(),
            ["updated"] = version.Created.ToUnixTimeSeconds(),
            ["recoveryLevel"] = "Recoverable",
            ["recoverableDays"] = 90,
        };
        if (version.Expires is { } expires)
        {
            attributes["exp"] = expires.ToUnixTimeSeconds();
        }

        var json = new JsonObject { ["id"] = $"https://{request.Host}/secrets/{name}/{version.Id}", ["attributes"] = attributes };
        if (withValue)
        {
            json["value"] = version.Value;
        }

        return json;
    }

    [GeneratedRegex(@"\A[0-9A-Za-z-]{1,127}\z", RegexOptions.None, 1000)]
    private static partial Regex SecretNames();
}
