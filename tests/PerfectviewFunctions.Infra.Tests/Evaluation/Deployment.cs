using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Evaluation;

/// <summary>What is deployed for a customer, worked out.</summary>
internal static class Deployment
{
    /// <summary>One for each parameters file; without any the template alone.</summary>
    public static IEnumerable<(string Customer, IReadOnlyList<DeployedResource> Resources)> All(BicepProject project) =>
        project.ParametersFiles.Any()
            ? project.ParametersFiles.Select(file => (file.Path, Of(project, Arguments(project, file))))
            : project[BicepProject.Main] is null ? [] : [(BicepProject.Main, Of(project, Values.Object()))];

    public static IReadOnlyList<DeployedResource> Of(BicepProject project, IReadOnlyDictionary<string, object?> arguments) =>
        [.. new Scope(project, project[BicepProject.Main]!, arguments).Resources()];

    /// <summary>What a parameters file says.</summary>
    public static IReadOnlyDictionary<string, object?> Arguments(BicepProject project, BicepFile file)
    {
        var scope = new Scope(project, file, Values.Object());
        return Values.Object(file.Assignments.Select(assignment => (assignment.Name, scope.Evaluate(assignment.Value))));
    }
}
