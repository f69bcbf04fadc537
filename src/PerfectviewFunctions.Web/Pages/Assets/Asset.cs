using System.Collections.Frozen;
using System.Security.Cryptography;

namespace PerfectviewFunctions.Web.Pages.Assets;

/// <summary>A file that pages refer to, embedded in this assembly.</summary>
internal sealed record Asset(string Name, string ContentType, byte[] Bytes, string Hash)
{
    public const string Style = "stijl.css";
    public const string Script = "script.js";
    public const string Icon = "icoon.svg";

    private static readonly FrozenDictionary<string, Asset> All = new[]
    {
        Read(Style, "text/css; charset=utf-8"), Read(Script, "text/javascript; charset=utf-8"), Read(Icon, "image/svg+xml"),
    }.ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    public static Asset? Find(string? name) => name is null ? null : All.GetValueOrDefault(name);

    public static string AddressOf(string name) =>
        $"{PageRoutes.Of(PageRoutes.Asset.Replace("{name}", name, StringComparison.Ordinal))}?v={All[name].Hash}";

    private static Asset Read(string name, string contentType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Asset(name, contentType, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }
}
