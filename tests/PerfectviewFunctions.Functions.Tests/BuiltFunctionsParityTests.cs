using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Parity;

namespace PerfectviewFunctions.Functions.Tests;

/// <summary>The Functions app by what is in its assembly.</summary>
public sealed class BuiltFunctionsParityTests : HostParityContract
{
    internal static IReadOnlyList<MethodInfo> Functions { get; } =
        [.. typeof(EndpointRunner).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FunctionAttribute)))];

    protected override Exposure ReadHost() => new(
        [.. Functions.SelectMany(function => Triggers<HttpTriggerAttribute>(function).Select(trigger => Endpoint(NameOf(function), trigger)))],
        [.. Functions.SelectMany(function => Triggers<TimerTriggerAttribute>(function).Select(trigger => new ExposedTimer(NameOf(function), trigger.Schedule)))],
        [
            .. Functions.Where(function => Triggers<Attribute>(function).Count() != 1).Select(function => $"{NameOf(function)}: it needs one trigger."),
            .. Functions.Where(function => Triggers<TimerTriggerAttribute>(function).Any(trigger => trigger.RunOnStartup || !trigger.UseMonitor))
                .Select(function => $"{NameOf(function)}: a timer runs by its schedule alone."),
        ]);

    internal static string NameOf(MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static ExposedEndpoint Endpoint(string name, HttpTriggerAttribute trigger) => new(
        name, [.. (trigger.Methods ?? []).Select(method => method.ToUpperInvariant())], trigger.Route!, trigger.AuthLevel.ToString());

    private static IEnumerable<T> Triggers<T>(MethodInfo function)
        where T : Attribute =>
        function.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes<T>())
            .Where(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
}
