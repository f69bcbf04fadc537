using System.Reflection;

namespace PerfectviewFunctions.EndToEnd.Tests.Conventions;

/// <summary>The assemblies of the product, by their short names.</summary>
internal static class Product
{
    public const string Prefix = "PerfectviewFunctions.";

    public static string[] Names { get; } = ["Core", "EBoekhouden", "Perfectview", "Web", "LocalHost", "Sandbox"];

    public static Assembly Load(string name) => Assembly.Load(Prefix + name);

    /// <summary>Types that somebody wrote: those of compilers and source generators are left out.</summary>
    public static IEnumerable<Type> TypesOf(string name) => Load(name).GetTypes().Where(type => !IsGenerated(type));

    public static bool IsGenerated(MemberInfo? member) =>
        member is not null
        && (member.Name.Contains('<', StringComparison.Ordinal)
            || member.CustomAttributes.Any(one => one.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
            || (member is Type type && type.Namespace?.StartsWith(Prefix[..^1], StringComparison.Ordinal) != true)
            || IsGenerated(member.DeclaringType));
}
