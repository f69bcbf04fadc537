using System.Reflection;

namespace PerfectviewFunctions.EndToEnd.Tests.Conventions;

/// <summary>The assemblies of the product, by their short names.</summary>
internal static class Product
{
    public const string Prefix = "PerfectviewFunctions.";

    /// <summary>Those that stand beside these tests, which are compiled into the tests of Functions too: where its packages are missing, it is not built.</summary>
    public static string[] Names { get; } =
    [
        .. new[] { "Core", "EBoekhouden", "Perfectview", "Azure", "Web", "Functions", "LocalHost", "Sandbox" }
            .Where(name => File.Exists(Path.Combine(AppContext.BaseDirectory, $"{Prefix}{name}.dll"))),
    ];

    public static Assembly Load(string name) => Assembly.Load(Prefix + name);

    /// <summary>Types that somebody wrote: those of compilers and source generators are left out.</summary>
    public static IEnumerable<Type> TypesOf(string name) => Load(name).GetTypes().Where(type => !IsGenerated(type));

    /// <summary>A class made of a .razor file, which can't say that it is sealed.</summary>
    private static bool IsMarkup(Type? type) =>
        type is { IsAbstract: false } && (type.Name == "_Imports" || BasesOf(type).Any(one => one.FullName == "Microsoft.AspNetCore.Components.ComponentBase"));

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    public static bool IsGenerated(MemberInfo? member) =>
        member is not null
        && (member.Name.Contains('<', StringComparison.Ordinal)
            || member.CustomAttributes.Any(one => one.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
            || IsMarkup(member as Type)
            || (member is Type type && type.Namespace?.StartsWith(Prefix[..^1], StringComparison.Ordinal) != true)
            || IsGenerated(member.DeclaringType));
}
