using System.Xml.Linq;

namespace PerfectviewFunctions.Sandbox;

/// <summary>A call by SOAP: errors are answers with their code.</summary>
internal sealed class SoapCall(SoapRequest request, SandboxBooks books, Dispatcher dispatcher) : ICall
{
    public CallApi Api => CallApi.Soap;

    public string Operation => request.Operation.Name;

    public string InvoiceNumber => request.InvoiceNumber;

    public string RelationCode => request.RelationCode;

    public string Request => request.Masked;

    public bool ChangesBooks => Operation is "AddMutatie" or "AddRelatie" or "UpdateRelatie";

    public (Caller? Caller, string? Error) Admit() => dispatcher.Admit(request);

    public Reply Do(Caller? caller, bool hidden)
    {
        var result = dispatcher.Execute(request, caller);
        if (hidden)
        {
            result.Values.Remove("Mutatienummer");
            result.Values.Remove("Rel_ID");
        }

        return Answer(result);
    }

    public Reply Refuse(string code) => Answer(OperationResult.Refused(code));

    public Reply LoseSession()
    {
        books.Sessions.Expire(request.Body.Text("SessionID"), CallApi.Soap);
        return Refuse(ErrorCodes.SessionExpired);
    }

    private Reply Answer(OperationResult result)
    {
        var switches = books.Switches;
        var node = AnswerForm.Of(request.Operation, result, switches);
        var envelope = SoapWriter.Answer(request.Operation, node, request.Version, switches);
        return new Reply(result.Error ?? "OK", envelope.ToString(SaveOptions.DisableFormatting));
    }
}
