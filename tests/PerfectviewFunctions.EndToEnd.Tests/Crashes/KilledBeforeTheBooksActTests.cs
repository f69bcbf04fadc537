using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>The books drop the connection and act some time later, and in between the process dies.</summary>
public sealed class KilledBeforeTheBooksActTests
{
    public static TheoryData<WorkStep> BookingSteps => LongRun.Of(
        Steps.OfTheBooking, WorkStep.BookingAnswered, WorkStep.LookupAnswered);

    [Theory]
    [MemberData(nameof(BookingSteps))]
    public async Task Booking_that_appears_late_is_found_and_not_made_again(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        scene.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = CrashScene.LateCommit });
        var sent = Events.Invoice("2026-0001");

        await scene.KillAsync(step, sent);
        await scene.AssertBookedOnceAsync(await scene.StartAsync(), sent);

        Assert.Equal(1, scene.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Single(scene.Books.Mutations);
    }

    [Theory]
    [InlineData(FaultKind.CommitLater, WorkStep.DebtorAnswered)]
    [InlineData(FaultKind.AnswerLost, WorkStep.DebtorLinked)]
    public async Task New_debtor_whose_answer_was_lost_is_found_and_not_made_again(FaultKind fault, WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        scene.Sandbox.Books.Faults.Add(new Fault(fault)
        {
            Operation = "AddRelatie", Delay = fault == FaultKind.CommitLater ? CrashScene.LateCommit : TimeSpan.Zero,
        });
        var sent = Events.Invoice("2026-0001");

        await scene.KillAsync(step, sent);
        await scene.AssertBookedOnceAsync(await scene.StartAsync(), sent);

        Assert.Equal(1, scene.Sandbox.Books.Calls.Count("AddRelatie"));
        Assert.Single(scene.Books.Relations);
        Assert.Single(scene.Books.Mutations);
    }
}
