using System.Reflection;

namespace PerfectviewFunctions.Web.Hosting;

/// <summary>Which version of the product runs.</summary>
public static class ProductVersion
{
    /// <summary>Such as 1.4.0; without the commit that a build notes behind a plus sign.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
