using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.Core.Time;
using PerfectviewFunctions.LocalHost.Hosting;

namespace PerfectviewFunctions.LocalHost.Backup;

/// <summary><c>restore FOLDER</c>: puts a backup in the place of a host's store and secrets; what is there is moved aside.</summary>
internal static class RestoreCommand
{
    public const string Usage = "restore FOLDER [--Data .data]      (no host may run on it)";

    public static async Task<int> RunAsync(string folder, LocalHostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var (mark, aside) = await Restoring.RunAsync(new BackupFolder(folder), settings, TimeProvider.System, cancellationToken);
        await output.WriteLineAsync($"""
            The backup of {mark.TakenAt:u} stands in {Path.GetFullPath(settings.Data)}.
            {(aside is null ? "There was nothing before." : $"What was there was moved to {aside}.")}

            What happened after {mark.TakenAt:u} is unknown to it. Therefore:
              1. do again what was changed since: prefix, administration, VAT codes, accounts, credentials, webhook secret. Before the host works on anything:
                 start it with --Timer false at an --Url that Perfectview does not reach, change it there, and end it
              2. start the host as always, and look at it: dotnet run --project src/PerfectviewFunctions.LocalHost -- doctor
              3. have Perfectview send everything since {mark.TakenAt:u} again, invoices and relations: what is not sent again is lost
            Every invoice dated up to {DutchTime.DateOf(mark.RestoredAt).AddDays(RestoreMark.DaysAhead):yyyy-MM-dd} is looked up in e-Boekhouden before it is booked, so that what stands there is not booked again.
            """);
        return 0;
    }
}
