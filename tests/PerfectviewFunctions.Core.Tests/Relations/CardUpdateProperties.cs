using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class CardUpdateProperties
{
    /// <summary>The wanted card as facts make it: without a visiting address it has the postal one there.</summary>
    private static readonly Gen<Scene> Scenes =
        from books in RelationSamples.Cards
        from wanted in RelationSamples.Cards.Select(card => card with { Code = "PV" })
        from written in RelationSamples.Cards
        from isWritten in Gen.Elements(true, false)
        from isUntouched in Gen.Elements(true, false)
        from known in RelationSamples.Fields
        select new Scene(
            books,
            known.Contains(RelationField.VisitingAddress) ? wanted : wanted with { VisitingAddress = wanted.PostalAddress },
            isUntouched ? books : isWritten ? written : null,
            known);

    /// <summary>By the fields that may make each part Perfectview's, said apart from the code under test.</summary>
    private static readonly (Func<DebtorCard, object> Read, RelationField[] By)[] Parts =
    [
        (card => card.Code, []),
        (card => card.IsPerson, [RelationField.Type]),
        (card => card.Name, [RelationField.Name, RelationField.Initials, RelationField.FirstName, RelationField.MiddleName, RelationField.LastName]),
        (card => card.ContactPerson, [RelationField.ContactPerson]),
        (card => card.Gender, [RelationField.Gender]),
        (card => card.Salutation, [RelationField.Salutation]),
        (card => card.VisitingAddress, [RelationField.VisitingAddress, RelationField.PostalAddress, RelationField.InvoiceAddress]),
        (card => card.PostalAddress, [RelationField.PostalAddress, RelationField.InvoiceAddress]),
        (card => card.Phone, [RelationField.Phone]),
        (card => card.MobilePhone, [RelationField.MobilePhone]),
        (card => card.Email, [RelationField.Email, RelationField.InvoiceEmail]),
        (card => card.Website, [RelationField.Website]),
        (card => card.VatNumber, [RelationField.VatNumber]),
        (card => card.ChamberOfCommerceNumber, [RelationField.ChamberOfCommerceNumber]),
        (card => card.Iban, [RelationField.Iban]),
        (card => card.Bic, [RelationField.Bic]),
        (card => card.Note, [RelationField.Note]),
    ];

    [Fact]
    public void Part_that_perfectview_never_spoke_of_stays_as_it_is() => Property.Holds(Scenes, seed: 20260411, scene =>
    {
        var next = scene.Update().Next;

        Assert.All(Parts.Where(part => !part.By.Any(scene.Known.Contains)), part => Assert.Equal(part.Read(scene.Books), part.Read(next)));
    });

    [Fact]
    public void Part_is_either_the_one_in_the_books_or_the_wanted_one() => Property.Holds(Scenes, seed: 20260412, scene =>
    {
        var next = scene.Update().Next;

        Assert.All(Parts.Skip(1), part => Assert.Contains(part.Read(next), new[] { part.Read(scene.Books), part.Read(scene.Wanted) }));
    });

    [Fact]
    public void Second_time_changes_nothing() => Property.Holds(Scenes, seed: 20260413, scene =>
    {
        var first = scene.Update();

        foreach (var written in new[] { scene.Written, first.Next, first.Ours })
        {
            var again = (scene with { Books = first.Next, Written = written }).Update();
            Assert.Equal(first.Next, again.Next);
            Assert.Empty(again.Overwritten);
        }

        // What we remember as ours is enough to see that there is nothing to do, without a look at the books.
        Assert.Equal(first.Ours, (scene with { Books = first.Ours, Written = first.Ours }).Update().Next);
    });

    [Fact]
    public void Nothing_is_lost_when_the_books_hold_what_we_wrote() => Property.Holds(Scenes, seed: 20260414, scene =>
        Assert.Empty((scene with { Written = scene.Books }).Update().Overwritten));

    [Fact]
    public void What_is_lost_is_what_changed_and_neither_empty_nor_ours() => Property.Holds(Scenes, seed: 20260415, scene =>
    {
        var update = scene.Update();

        Assert.Equal(update.Overwritten.Count, update.Overwritten.DistinctBy(lost => lost.Field).Count());
        Assert.All(update.Overwritten, lost => Assert.True(lost.Old.Length > 0 && lost.Old != lost.New, lost.ToString()));
        Assert.Equal(
            Parts.Count(part =>
                Shown(part.Read(scene.Books)) is { Length: > 0 } old
                && Shown(part.Read(update.Next)) != old
                && (scene.Written is null || Shown(part.Read(scene.Written)) != old)),
            update.Overwritten.Count);
    });

    [Fact]
    public void With_every_field_known_and_none_blank_the_card_is_the_wanted_one() => Property.Holds(
        from books in RelationSamples.Cards
        from wanted in RelationSamples.FullCards
        from written in RelationSamples.Cards
        select new Scene(books, wanted, written, RelationSamples.AllFields.ToHashSet()),
        seed: 20260416,
        scene => Assert.Equal(Trimmed(scene.Wanted), Trimmed(scene.Update().Next)));

    /// <summary>As it goes: facts grow event by event, in whatever order, and after each the card in the books is brought up to them.</summary>
    [Fact]
    public void Any_order_of_events_ends_in_the_same_card() => Property.Holds(
        from events in RelationSamples.Events
        from order in Gen.Shuffle(events.Concat(events.Take(2)))
        from books in RelationSamples.Cards
        from isCreated in Gen.Elements(true, false)
        select (events, order, books: isCreated ? null : books),
        seed: 20260417,
        sample => Assert.Equal(Play(sample.events, sample.books), Play(sample.order, sample.books)),
        times: 600);

    private static DebtorCard Play(IEnumerable<RelationEvent> events, DebtorCard? books)
    {
        var (facts, card, ours) = (RelationFacts.None, books, (DebtorCard?)null);
        foreach (var (change, stamp) in events)
        {
            // A name and a type are what every debtor needs; without them none is made.
            facts = facts.With(
                new RelationChange(
                    change.Said with { Name = $"Krul {stamp.EventId}", LastName = $"Berg {stamp.EventId}" },
                    change.Mentioned.Union([RelationField.Type, RelationField.Name, RelationField.LastName]).ToHashSet()),
                stamp);
            var wanted = DebtorForm.ToCard(facts.ToDetails("r-1"), "10001", PersonNameFormat.FirstAndLast).Card;
            var update = card is null ? new CardUpdate(wanted, []) : CardUpdate.Of(card, wanted, facts.Known, ours, stamp.OccurredAt);
            (card, ours) = (update.Next, update.Ours);
        }

        return Trimmed(card!);
    }

    private static DebtorCard Trimmed(DebtorCard card) =>
        CardPart.All.Aggregate(new DebtorCard("", false, ""), (trimmed, part) => part.Copy(trimmed, card)) with
        {
            Name = card.Name.Trim(), ContactPerson = card.ContactPerson.Trim(), Gender = card.Gender.Trim(), Salutation = card.Salutation.Trim(),
            VisitingAddress = Trimmed(card.VisitingAddress), PostalAddress = Trimmed(card.PostalAddress), Phone = card.Phone.Trim(),
            MobilePhone = card.MobilePhone.Trim(), Email = card.Email.Trim(), Website = card.Website.Trim(), VatNumber = card.VatNumber.Trim(),
            ChamberOfCommerceNumber = card.ChamberOfCommerceNumber.Trim(), Iban = card.Iban.Trim(), Bic = card.Bic.Trim(),
            Note = card.Note.Trim(),
        };

    private static DebtorAddress Trimmed(DebtorAddress address) => address with { Street = address.Street.Trim() };

    private static string Shown(object value) => value switch
    {
        DebtorAddress address => $"{address.Street.Trim().ReplaceLineEndings("\n")} {address.PostalCode}".Trim(),
        string text => text.Trim().ReplaceLineEndings("\n"),
        var other => other.ToString()!,
    };

    private sealed record Scene(DebtorCard Books, DebtorCard Wanted, DebtorCard? Written, IReadOnlySet<RelationField> Known)
    {
        public CardUpdate Update() => CardUpdate.Of(Books, Wanted, Known, Written, RelationSamples.At(0));
    }
}
