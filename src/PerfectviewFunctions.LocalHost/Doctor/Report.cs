using PerfectviewFunctions.Core.Diagnosis;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.LocalHost.Doctor;

/// <summary>What was found, for a person to read: what is wrong, and what to do first.</summary>
internal sealed class Report(TextWriter output)
{
    private const string Look = "look";

    private string? first;
    private bool isAnythingDoubtful;

    public bool NeedsAction => first is not null;

    public Task HeadAsync(string text) => output.WriteLineAsync(text);

    /// <returns>False when nothing else can be looked at.</returns>
    public async Task<bool> AddAsync(IEnumerable<Check> checks)
    {
        var isSound = true;
        foreach (var check in checks)
        {
            isSound &= check.State != CheckState.Broken;
            var mark = check.State switch { CheckState.Fine => "ok  ", CheckState.Doubtful => Look, _ => "DO  " };
            await WriteAsync(mark, check.Text, check.State == CheckState.Fine ? "" : check.ToDo, check.State >= CheckState.Wrong);
        }

        return isSound;
    }

    public async Task AddAsync(TenantDiagnosis diagnosis)
    {
        var picture = diagnosis.Picture;
        await output.WriteLineAsync($"\nTenant {picture.Tenant.Id}, as of {DutchTime.Text(picture.At)}");
        if (diagnosis.Severity == Severity.Info)
        {
            await output.WriteLineAsync("  ok    All is well.");
        }

        foreach (var finding in diagnosis.Findings)
        {
            var (entry, text) = (finding.Entry, finding.InWords());
            var mark = entry.Severity switch { Severity.Info => "    ", Severity.Attention => Look, _ => "DO  " };
            var who = entry.Doer == Doer.Nobody ? "" : entry.Doer == Doer.Operator ? "Operator: " : "Bookkeeper: ";
            await WriteAsync(mark, text.En, entry.Severity == Severity.Info ? "" : who + text.ActionEn, entry.Severity == Severity.Action);
        }
    }

    public Task EndAsync() => output.WriteLineAsync((first, isAnythingDoubtful) switch
    {
        ({ } todo, _) => $"\nFirst: {todo}",
        (null, true) => "\nNothing is broken: see what stands at \"look\".",
        _ => "\nThere is nothing to do.",
    });

    private async Task WriteAsync(string mark, string text, string toDo, bool isAction)
    {
        await output.WriteLineAsync($"  {mark}  {text}");
        if (toDo.Length > 0)
        {
            await output.WriteLineAsync($"        -> {toDo}");
        }

        if (isAction)
        {
            first ??= toDo;
        }

        isAnythingDoubtful |= mark == Look;
    }
}
