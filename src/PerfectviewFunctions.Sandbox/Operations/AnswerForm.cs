namespace PerfectviewFunctions.Sandbox;

/// <summary>Gives a result the form of the wire, where the documents leave several open.</summary>
internal static class AnswerForm
{
    /// <returns>The content of the result element; null when there is no such element.</returns>
    public static SoapNode? Of(SoapOperation operation, OperationResult result, SandboxSwitches switches)
    {
        if (operation.Result?.Type is not ComplexType type)
        {
            return null;
        }

        var error = ErrorOf(result, switches);
        if (type == Messages.Error)
        {
            return error;
        }

        var node = new SoapNode();
        if (error is not null)
        {
            node["ErrorMsg"] = error;
        }

        foreach (var field in type.Fields)
        {
            if (result.Values.TryGetValue(field.Name, out var value) && !IsLeftOut(value, switches))
            {
                node[field.Name] = value;
            }
            else if (field.Required && result.Error is not null)
            {
                // A .NET number is never absent: 0 beside an error.
                node[field.Name] = 0L;
            }
        }

        return node;
    }

    private static SoapNode? ErrorOf(OperationResult result, SandboxSwitches switches) => (result.Error, switches.Success) switch
    {
        (null, SuccessForm.AbsentErrorMsg) => null,
        (null, SuccessForm.AbsentChildren) => [],
        (null, _) => new SoapNode { ["LastErrorCode"] = "", ["LastErrorDescription"] = "" },
        ({ } code, _) => new SoapNode
        {
            ["LastErrorCode"] = switches.DottedCodes ? code : code.Replace(".", "", StringComparison.Ordinal),
            ["LastErrorDescription"] = ErrorCodes.Describe(code),
        },
    };

    private static bool IsLeftOut(object value, SandboxSwitches switches) =>
        switches.EmptyLists == EmptyListForm.Absent
        && value is SoapNode { Count: 1 } list
        && list.Values.Single() is List<SoapNode> { Count: 0 };
}
