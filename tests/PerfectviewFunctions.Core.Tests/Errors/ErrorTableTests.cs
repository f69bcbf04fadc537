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

        Assert.All(theirs, code => Assert.Matches("^((E|CMUT|CREL)[0-9]{3,4}|(API_SESSION|SECURITY|MODULE|PAKKET|MUT|MUTA|REL|ERR|DATA|PAGE)_[0-9]{2,3})$", code));
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
    // REST: the OpenAPI description, as far as sessions, ledgers, relations, sales invoices and open items go.
    [InlineData("API_SESSION_001 API_SESSION_002 API_SESSION_003 API_SESSION_004 MODULE_001 MODULE_002 PAKKET_001 PAKKET_002 ERR_001 ERR_002 DATA_01 PAGE_001 PAGE_002")]
    [InlineData("SECURITY_001 SECURITY_002 SECURITY_003 SECURITY_004 SECURITY_005 SECURITY_006 SECURITY_007 SECURITY_008 SECURITY_009 SECURITY_010 SECURITY_011 SECURITY_999")]
    [InlineData("MUT_001 MUT_002 MUT_003 MUT_004 MUT_005 MUT_007 MUT_008 MUT_009 MUT_010 MUT_011 MUT_012 MUT_013 MUT_014 MUT_015 MUT_016 MUT_017 MUT_018 MUT_019 MUT_020")]
    [InlineData("MUT_050 MUT_100 MUT_101 MUT_104 MUT_105 MUT_106 MUT_107 MUT_108 MUT_109 MUT_110 MUT_111 MUT_112 MUT_113 MUT_114 MUT_115 MUT_116 MUT_117 MUT_118 MUT_120 MUT_300 MUT_901")]
    [InlineData("MUTA_001 MUTA_002 MUTA_003 MUTA_004 MUTA_005 MUTA_006 MUTA_007 MUTA_008 MUTA_009")]
    [InlineData("REL_001 REL_002 REL_003 REL_004 REL_005 REL_006 REL_007 REL_008 REL_009 REL_010 REL_011 REL_012 REL_013 REL_014 REL_015 REL_016 REL_017 REL_018 REL_019 REL_020 REL_021")]
    [InlineData("REL_022 REL_023 REL_024 REL_025 REL_026 REL_027 REL_028 REL_029 REL_032 REL_033 REL_034 REL_035 REL_047 REL_049 REL_050 REL_054 REL_055")]
    public void Codes_of_the_service_as_its_manual_writes_them_are_found(string codes) =>
        Assert.All(codes.Split(' '), code => Assert.Equal(code.Replace(".", "", StringComparison.Ordinal), ErrorTable.Find(code)?.Code));

    [Theory]
    [InlineData("cmut010.1", "CMUT0101")]
    [InlineData(" E0023 ", "E0023")]
    [InlineData("CMUT020.4", "CMUT020")]
    [InlineData("CMUT0204", "CMUT020")]
    [InlineData("mut_013 ", "MUT_013")]
    public void Code_in_another_form_or_an_unlisted_sub_code_is_found_by_its_base(string code, string expected) =>
        Assert.Equal(expected, ErrorTable.Find(code)?.Code);

    [Theory]
    [InlineData("E0014")]
    [InlineData("CMUT0")]
    [InlineData("CMUT02")]
    [InlineData("CMUT099")]
    [InlineData("CMUT02011")]
    [InlineData("0181")]
    [InlineData("MUT013")]
    [InlineData("MUT_0131")]
    [InlineData("MUT_999")]
    [InlineData("")]
    [InlineData(".")]
    public void Code_that_is_not_listed_is_not_found(string code) => Assert.Null(ErrorTable.Find(code));

    [Theory]
    [InlineData(ErrorClass.Connection, "API_SESSION_001 API_SESSION_002 API_SESSION_003 API_SESSION_004 SECURITY_001 SECURITY_002 SECURITY_003 SECURITY_004 SECURITY_005 SECURITY_006 SECURITY_009 SECURITY_011 "
        + "SECURITY_999 E0011 E0012 E0013 E0015 not-linked connection-paused credentials-missing credentials-of-another-administration")]
    [InlineData(ErrorClass.Session, "E0021 E0022 E0023 E0024 SECURITY_010")]
    [InlineData(
        ErrorClass.Transient,
        "E0017 E0031 books-unreachable books-throttled books-session-refused outcome-uncertain looked-up-after-restore lookup-quota-used unexpected payments-not-read "
        + "closed-not-looked-up callback-unreachable callback-timed-out callback-refused callback-redirected callback-not-allowed callback-connection-lost callback-unsigned")]
    [InlineData(
        ErrorClass.Unclear,
        "CMUT018 CMUT019 CREL001 MUT_019 MUT_020 REL_049 ERR_001 books-timed-out books-connection-lost books-server-error books-answer-unreadable books-answer-without-number")]
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
