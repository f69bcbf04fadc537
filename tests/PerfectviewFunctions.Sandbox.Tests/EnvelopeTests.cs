using System.Net;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

public sealed class EnvelopeTests : SandboxTest
{
    [Theory]
    [InlineData("Soort", "Factuur")]
    [InlineData("Soort", "")]
    [InlineData("Datum", "")]
    [InlineData("Datum", "31-01-2026")]
    [InlineData("MutatieNr", "")]
    [InlineData("MutatieNr", "1.0")]
    [InlineData("BedragExclBTW", "")]
    [InlineData("BedragExclBTW", "1,234.95")]
    [InlineData("BedragExclBTW", "100,00")]
    [InlineData("BTWPercentage", "")]
    [InlineData("KostenplaatsID", "")]
    public async Task Value_of_the_wrong_type_is_a_fault_and_does_nothing(string element, string text)
    {
        var reply = await Soap.CallAsync("AddMutatie", Wire.Invoice().With(element, text));

        Assert.Equal((HttpStatusCode.InternalServerError, true), (reply.Status, reply.IsFault));
        Assert.Empty(Administration.Mutations);
        Assert.Equal("SOAP Fault", Books.Calls.Log[^1].Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<no")]
    [InlineData("<a/>")]
    [InlineData("""<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>""")]
    [InlineData("""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>""")]
    [InlineData("""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetSaldo xmlns="http://www.e-boekhouden.nl/soap"/></s:Body></s:Envelope>""")]
    [InlineData("""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><AddMutatie/></s:Body></s:Envelope>""")]
    public async Task Unreadable_or_unknown_request_is_a_fault(string body)
    {
        var reply = await Soap.PostAsync("AddMutatie", body);

        Assert.Equal((HttpStatusCode.InternalServerError, true), (reply.Status, reply.IsFault));
    }

    [Theory]
    [InlineData("AddMutatie")]
    [InlineData("GetSaldo")]
    public async Task Action_of_another_operation_is_a_fault(string action)
    {
        var reply = await Soap.PostAsync(
            action,
            """<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetRelaties xmlns="http://www.e-boekhouden.nl/soap"/></s:Body></s:Envelope>""");

        Assert.True(reply.IsFault);
    }

    [Fact]
    public async Task Other_content_type_is_refused() =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Soap.PostAsync("GetRelaties", "{}", "application/json")).Status);

    [Fact]
    public async Task Soap_1_2_is_answered_in_its_own_envelope()
    {
        const string Envelope = """<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><GetRelaties xmlns="http://www.e-boekhouden.nl/soap"/></s:Body></s:Envelope>""";

        var reply = await Soap.PostAsync("GetRelaties", Envelope, "application/soap+xml");

        Assert.Equal("http://www.w3.org/2003/05/soap-envelope", reply.Xml.Name.NamespaceName);
        Assert.Equal("E002.1", reply.ErrorCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Order_of_elements_matters_only_when_switched(bool faults)
    {
        Switch(switches => switches with { OutOfOrderFaults = faults });
        var invoice = Wire.Invoice();
        invoice.ReplaceNodes(invoice.Elements().Reverse().ToArray());

        var reply = await Soap.CallAsync("AddMutatie", invoice);

        Assert.Equal((faults, faults ? 0 : 1), (reply.IsFault, Administration.Mutations.Count));
    }

    [Theory]
    [InlineData(SuccessForm.EmptyElements, "<ErrorMsg><LastErrorCode /><LastErrorDescription /></ErrorMsg>")]
    [InlineData(SuccessForm.AbsentChildren, "<ErrorMsg />")]
    [InlineData(SuccessForm.AbsentErrorMsg, "")]
    public async Task Success_takes_the_switched_form(SuccessForm form, string errorMsg)
    {
        Switch(switches => switches with { Success = form });

        var reply = await Soap.CallAsync("AddMutatie", Wire.Invoice());

        Assert.Contains($"<AddMutatieResult>{errorMsg}<Mutatienummer>1</Mutatienummer></AddMutatieResult>", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EmptyListForm.EmptyElement, 1)]
    [InlineData(EmptyListForm.Absent, 0)]
    public async Task Empty_list_takes_the_switched_form(EmptyListForm form, int elements)
    {
        Switch(switches => switches with { EmptyLists = form });

        Assert.Equal(elements, (await Soap.CallAsync("GetOpenPosten", Wire.Debtors)).All("Openposten").Count);
    }

    [Theory]
    [InlineData(2, "-0.11")]
    [InlineData(4, "-0.1100")]
    public async Task Amounts_have_the_switched_number_of_decimals(int decimals, string text)
    {
        Switch(switches => switches with { AmountDecimals = decimals });
        await Soap.CallAsync("AddMutatie", Wire.Invoice(lines: Wire.Line("-0.50", "-0.11", "-0.61")));

        Assert.Equal(text, (await Soap.CallAsync("GetMutaties", Wire.MutationFilter())).Text("BedragBTW"));
    }

    [Fact]
    public async Task Markup_and_accents_come_back_as_sent()
    {
        const string Name = "Café <b>& \"Zn\"</b> ’t Hôtel 🙂";
        await Soap.CallAsync("AddRelatie", Wire.Relation(name: Name));

        Assert.Equal(Name, (await Soap.CallAsync("GetRelaties", Wire.RelationFilter(code: "R1"))).Text("Bedrijf"));
    }

    [Fact]
    public async Task Log_holds_the_calls_without_codes_and_session_ids()
    {
        await Soap.CallAsync("AddMutatie", Wire.Invoice());
        await Soap.CallAsync("AddMutatie", Wire.Invoice());
        await Soap.CallAsync("GetAdministraties");

        Assert.Equal(
            [("OpenSession", "", "OK"), ("AddMutatie", "F2026-001", "OK"), ("AddMutatie", "F2026-001", "CMUT018"), ("GetAdministraties", "", "OK")],
            Books.Calls.Log.Select(call => (call.Operation, call.InvoiceNumber, call.Outcome)));
        Assert.Equal(2, Books.Calls.Count("AddMutatie"));
        var everything = string.Concat(Books.Calls.Log.Select(call => call.Request + call.Answer));
        Assert.Contains("Levering januari", everything, StringComparison.Ordinal);
        Assert.All(
            new[] { SandboxDemo.SecurityCode1, SandboxDemo.SecurityCode2, Soap.SessionId },
            secret => Assert.DoesNotContain(secret.Trim('{', '}'), everything, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("<Guid>***</Guid>", Books.Calls.Log[^1].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_holds_the_beginning_of_a_long_list()
    {
        Administration.AddInvoices(100, "F", RelationCode, new DateOnly(2026, 3, 2), new SandboxMutationLine(100, 21, "HOOG_VERK_21", 21, "8000"));

        var reply = await Soap.CallAsync("GetOpenPosten", Wire.Debtors);

        var kept = Books.Calls.Log[^1].Answer;
        Assert.Contains("<MutFactuur>F1</MutFactuur>", kept, StringComparison.Ordinal);
        Assert.EndsWith(" characters more", kept, StringComparison.Ordinal);
        Assert.Equal(100, reply.All("cOpenPost").Count);
    }
}
