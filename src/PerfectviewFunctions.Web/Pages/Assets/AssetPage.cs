using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Assets;

/// <summary>Style, script and icon. Their addresses carry their hash, so that a browser keeps them for as long as they are the same.</summary>
internal sealed class AssetPage : IPage
{
    public PageDefinition Definition { get; } = new(HttpMethods.Get, PageRoutes.Asset, Access.Anybody);

    public async Task<IResult> HandleAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (Asset.Find(request.Http.RouteValues["name"] as string) is not { } asset)
        {
            return await request.NotThereAsync();
        }

        if (request.Query["v"] == asset.Hash)
        {
            request.Http.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        }

        return Results.Bytes(asset.Bytes, asset.ContentType);
    }
}
