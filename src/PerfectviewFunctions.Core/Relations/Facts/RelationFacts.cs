using PerfectviewFunctions.Core.Relations.Cards;

namespace PerfectviewFunctions.Core.Relations.Facts;

/// <summary>
/// What Perfectview has said of a relation, each field by whoever said it last: the same whatever the order, and however often, its events come.
/// What can't be used, such as an IBAN with a wrong checksum, does not take its field: the value before stays, and a note says so.
/// </summary>
public sealed record RelationFacts
{
    public static RelationFacts None { get; } = new();

    /// <summary>The values as known; the id is the owner's to give.</summary>
    public DebtorDetails Details { get; init; } = new("", IsPerson: false);

    /// <summary>When each known field was said; a field without a stamp was never mentioned.</summary>
    public IReadOnlyDictionary<RelationField, Stamp> Stamps { get; init; } = new Dictionary<RelationField, Stamp>();

    /// <summary>What was last said of a field and could not be used, or not as it was.</summary>
    public IReadOnlyDictionary<RelationField, StampedNote> Notes { get; init; } = new Dictionary<RelationField, StampedNote>();

    /// <summary>The last event of them all; null before the first.</summary>
    public Stamp? Last { get; init; }

    /// <summary>Whether that one said that the relation is gone.</summary>
    public bool IsDeleted { get; init; }

    public IReadOnlySet<RelationField> Known => Stamps.Keys.ToHashSet();

    /// <summary>The facts with one more event.</summary>
    public RelationFacts With(RelationChange change, Stamp stamp)
    {
        var clean = DebtorCleaning.Clean(change.Said);
        var notes = clean.Notes.ToDictionary(note => note.Field);
        var (details, stamps) = (Details, new Dictionary<RelationField, Stamp>(Stamps));
        var kept = new Dictionary<RelationField, StampedNote>(Notes);
        foreach (var field in change.Mentioned)
        {
            // Nobody is without a name: a sender that sends every field sends an organisation's last name as null, and means nothing by it.
            var note = notes.GetValueOrDefault(field);
            if (note is null && IsNameless(field, clean.Details))
            {
                continue;
            }

            var isLatest = !(stamps.TryGetValue(field, out var known) && known >= stamp);
            if (!isLatest)
            {
                continue;
            }

            if (note is not { Kept: null })
            {
                details = RelationFields.Copy(field, details, clean.Details);
                stamps[field] = stamp;
            }

            // A note tells of the last that was said, so that it goes with whatever is said later.
            if (kept.TryGetValue(field, out var told) && told.Stamp > stamp)
            {
                continue;
            }

            kept.Remove(field);
            if (note is not null)
            {
                kept[field] = new StampedNote(stamp, note);
            }
        }

        var isLast = !(Last is { } last && last >= stamp);
        return this with
        {
            Details = details,
            Stamps = stamps,
            Notes = kept,
            Last = isLast ? stamp : Last,
            IsDeleted = isLast ? change.IsDeletion : IsDeleted,
        };
    }

    private static bool IsNameless(RelationField field, DebtorDetails said) => field switch
    {
        RelationField.Name => said.Name is null,
        RelationField.LastName => said.LastName is null,
        _ => false,
    };

    /// <summary>The facts as details of a relation. Where its type was never said, what name it has tells.</summary>
    public DebtorDetails ToDetails(string id) => Details with
    {
        Id = id,
        IsPerson = Stamps.ContainsKey(RelationField.Type) ? Details.IsPerson : Details is { Name: null, LastName: not null },
    };
}

/// <param name="Stamp">When what it tells of was said.</param>
public sealed record StampedNote(Stamp Stamp, FieldNote Note);
