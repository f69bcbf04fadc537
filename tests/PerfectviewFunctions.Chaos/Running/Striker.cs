using PerfectviewFunctions.Chaos.Planning;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>Lets things go wrong as the plan says, as the senders get on.</summary>
internal sealed class Striker(Plan plan, Stage stage, Fleet fleet, Senders senders, Figures figures)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync(CancellationToken stop)
    {
        var underWay = new List<Task>();
        foreach (var strike in plan.Strikes)
        {
            while (senders.Taken < strike.AtBatch && !stop.IsCancellationRequested)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }

            if (stop.IsCancellationRequested)
            {
                break;
            }

            underWay.RemoveAll(task => task.IsCompletedSuccessfully);
            underWay.Add(StrikeAsync(strike));
        }

        await Task.WhenAll(underWay);
    }

    private async Task StrikeAsync(Strike strike)
    {
        switch (strike)
        {
            case Strike.Kill kill:
                fleet[kill.Host].Kill();
                break;
            case Strike.Pause pause:
                await fleet[pause.Host].PauseAsync(pause.For);
                break;
            case Strike.Restart restart:
                await fleet[restart.Host].RestartAsync();
                break;
            case Strike.Books books:
                stage.Books.Faults.Add(books.Fault);
                break;
            case Strike.Callback callback:
                stage.Books.Receiver.Faults.Add(callback.Fault);
                break;
            case Strike.EndSessions:
                stage.Books.EndSessions();
                figures.Add("sessions ended");
                break;
            default:
                throw new InvalidOperationException($"A strike of an unknown kind: {strike}");
        }
    }
}
