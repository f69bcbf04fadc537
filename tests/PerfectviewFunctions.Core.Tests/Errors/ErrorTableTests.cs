using System.Reflection;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Errors;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Errors;

public sealed class ErrorTableTests
{
    private static readonly string[] OwnCodes = [.. Constants(typeof(ReasonCode)), .. Constants(typeof(CallFailure)), .. Constants(typeof(CallbackFailure))];

    [Fact]
    public void Own_codes_stand_in_the_table_exactly_once()
    {
        Assert.NotEmpty(OwnCodes);
        Assert.All(OwnCodes, code => Assert.Single(ErrorTable.All, entry => entry.Code == code));
    }

    [Fact]
    public void Codes_of_the_table_that_are_not_ours_are_codes_of_the_service_without_dots()
    {
        var theirs = ErrorTable.All.Select(entry => entry.Code).Except(OwnCodes, StringComparer.Ordinal);

        Assert.All(theirs, code => Assert.Matches("^(E|CMUT|CREL)[0-9]{3,4}$", code));
    }

    [Fact]
    public void No_code_stands_there_twice() =>
        Assert.All(ErrorTable.All.CountBy(entry => entry.Code, StringComparer.OrdinalIgnoreCase), code => Assert.Equal(1, code.Value));

    [Theory]
    // Session and general, then AddMutatie: manual Soap 5.5, section 10. E002.5 is of OpenSessionSub, which we never call.
    [InlineData("E001.1 E001.2 E001.3 E001.5 E001.7 E002.1 E002.2 E002.3 E002.4 E003.1")]
    [InlineData("CMUT001 CMUT001.1 CMUT003 CMUT003.1 CMUT004 CMUT005 CMUT006 CMUT008 CMUT010 CMUT010.1 CMUT011 CMUT012 CMUT013 CMUT014")]
    [InlineData("CMUT015 CMUT016 CMUT017 CMUT018 CMUT019 CMUT020 CMUT021 CMUT023 CMUT024 CMUT025 CMUT026 CMUT027 CMUT028 CMUT033")]
    [InlineData("CREL001")]
    public void Codes_of_the_service_as_its_manual_writes_them_are_found(string codes) =>
        Assert.All(codes.Split(' '), code => Assert.Equal(code.Replace(".", "", StringComparison.Ordinal), ErrorTable.Find(code)?.Code));

    [Theory]
    [InlineData("cmut010.1", "CMUT0101")]
    [InlineData(" E0023 ", "E0023")]
    [InlineData("CMUT020.4", "CMUT020")]
    [InlineData("CMUT0204", "CMUT020")]
    public void Code_in_another_form_or_an_unlisted_sub_code_is_found_by_its_base(string code, string expected) =>
        Assert.Equal(expected, ErrorTable.Find(code)?.Code);

    [Theory]
    [InlineData("E0014")]
    [InlineData("CMUT0")]
    [InlineData("CMUT02")]
    [InlineData("CMUT099")]
    [InlineData("CMUT02011")]
    [InlineData("0181")]
    [InlineData("")]
    [InlineData(".")]
    public void Code_that_is_not_listed_is_not_found(string code) => Assert.Null(ErrorTable.Find(code));

    [Theory]
    [InlineData(ErrorClass.Connection, "E0011 E0012 E0013 E0015 not-linked connection-paused credentials-missing credentials-of-another-administration")]
    [InlineData(ErrorClass.Session, "E0021 E0022 E0023 E0024")]
    [InlineData(
        ErrorClass.Transient,
        "E0017 E0031 books-unreachable books-throttled books-session-refused outcome-uncertain looked-up-after-restore lookup-quota-used unexpected payments-not-read "
        + "closed-not-looked-up callback-unreachable callback-timed-out callback-refused callback-redirected callback-not-allowed callback-connection-lost callback-unsigned")]
    [InlineData(
        ErrorClass.Unclear,
        "CMUT018 CMUT019 CREL001 books-timed-out books-connection-lost books-server-error books-answer-unreadable books-answer-without-number")]
    [InlineData(
        ErrorClass.Information,
        "too-many-pending replaced-by-newer already-booked booked-cents-apart description-cut ignored-by-person bookings-switched-off before-start-date nothing-to-book relations-switched-off relation-set-aside "
        + "payments-switched-off payments-read-just-now payments-being-read credit-not-tracked nothing-to-collect payment-not-followed")]
    public void Every_class_but_permanent_has_exactly_these_codes(ErrorClass errorClass, string codes) =>
        Assert.Equal(
            codes.Split(' ').Order(StringComparer.Ordinal),
            ErrorTable.All.Where(entry => entry.Class == errorClass).Select(entry => entry.Code).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);
}
