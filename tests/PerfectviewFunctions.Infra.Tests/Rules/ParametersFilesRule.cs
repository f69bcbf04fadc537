using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>A customer's file says all that is asked for, nothing that is not, and only what is allowed.</summary>
internal static class ParametersFilesRule
{
    public static IEnumerable<Fault> Faults(BicepProject project)
    {
        foreach (var file in project.ParametersFiles)
        {
            if (file.Using?.AsText() is not { } path || project.From(file, path) is not { } template)
            {
                continue;
            }

            foreach (var parameter in template.Parameters.Where(parameter => parameter.IsRequired && file.Assignments.All(one => one.Name != parameter.Name)))
            {
                yield return file.Fault(file.Root, $"'{parameter.Name}' is missing; {template.Path} needs it.");
            }

            foreach (var assignment in file.Assignments)
            {
                if (template.Parameters.FirstOrDefault(one => one.Name == assignment.Name) is not { } parameter)
                {
                    yield return assignment.Fault($"{template.Path} has no parameter '{assignment.Name}'.");
                    continue;
                }

                foreach (var fault in new DeclaredType(project, template).Faults(parameter.Type, parameter.Decorators, assignment.Value))
                {
                    yield return file.Fault(fault.At, $"{assignment.Name}: {fault.Message}");
                }
            }
        }
    }
}
