using System.Reflection;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Conventions;

public sealed class TypeTests
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Assemblies { get; } = [.. Product.Names];

    /// <summary>The sandbox speaks xs:double on the wire, as the real service does; it keeps books for nobody.</summary>
    public static TheoryData<string> AssembliesWithMoney { get; } = [.. Product.Names.Except(["Sandbox"])];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Class_is_sealed_static_or_abstract(string name) =>
        Assert.Empty(Product.TypesOf(name).Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract).Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(AssembliesWithMoney))]
    public void Nothing_is_a_double_or_float_since_money_is_decimal(string name) =>
        Assert.Empty(Product.TypesOf(name)
            .SelectMany(type => type.GetMembers(All))
            .Where(member => !IsPrivate(member) && !Product.IsGenerated(member) && TypesIn(member).Any(IsFloating))
            .Select(member => $"{member.DeclaringType!.FullName}.{member.Name}"));

    private static bool IsPrivate(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPrivate,
        MethodBase method => method.IsPrivate,
        _ => false,
    };

    private static IEnumerable<Type> TypesIn(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    private static bool IsFloating(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(Half)
        || (type.HasElementType && IsFloating(type.GetElementType()!))
        || type.GenericTypeArguments.Any(IsFloating);
}
