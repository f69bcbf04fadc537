using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Mapping;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Diagnosis;

/// <summary>What a picture means.</summary>
public sealed class FindingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, new[] { FindingCode.WorkOverdue, FindingCode.WorkWaits })]
    [InlineData(true, new[] { FindingCode.WorkWaits })]
    public void Long_queue_that_is_worked_on_is_no_timer_that_does_not_run(bool isWorkedOn, string[] expected)
    {
        var tenant = new Tenant(TenantId.Parse("demo"), TenantState.Linked, Bench.Administration, Bench.Settings, Sample.Mapping);
        var picture = new TenantPicture(tenant, Now)
        {
            Connection = new ConnectionState(ConnectionStateKind.Working),
            HasWebhookSecret = true,
            Work = isWorkedOn ? LeasePicture.Of(Now.AddSeconds(40), Now) : LeasePicture.Free,
            Pending = new PendingPicture(new Bounded(700, More: false), Now.AddHours(-1), Now.AddHours(-1), default, null, Now.AddHours(-1)),
        };

        Assert.Equal(expected, Findings.Of(picture).Select(finding => finding.Code));
    }
}
