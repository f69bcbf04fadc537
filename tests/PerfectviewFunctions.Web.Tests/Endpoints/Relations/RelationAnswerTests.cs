using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints.Relations;

/// <summary>What is told of a relation.</summary>
public sealed class RelationAnswerTests
{
    private static readonly DateTimeOffset Since = PlantedRelations.Then;
    private static readonly DateTimeOffset Later = Since.AddHours(1);
    private static readonly Tenant Demo = new(
        TenantId.Parse("demo"), TenantState.Linked, new AdministrationKey("here"), new TenantSettings(), VatMapping.Empty);

    private static readonly DebtorCard Card = new("10009", IsPerson: false, "Bakker");

    public static TheoryData<string, string> Links { get; } = new()
    {
        { "linked", "linked 10001 09:00 10:00" },
        { "never written", "linked 10001 09:00 " },
        { "being changed", "uncertain 10001 09:00 10:00" },
        { "gone", "doubted 10001 09:00 10:00" },
        { "to be created", "creating 10009  " },
        { "being created", "uncertain 10009  " },
        { "in doubt", "doubtful  09:00 " },
        { "said to be none", "apart   " },
        { "elsewhere", "none" },
        { "nowhere", "none" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public void Link_says_how_it_stands_where_the_tenant_books_now(string which, string expected)
    {
        var linked = new DebtorLink.Linked(7, "10001", Since) { WrittenAt = Later };
        DebtorLink? link = which switch
        {
            "linked" or "elsewhere" => linked,
            "never written" => linked with { WrittenAt = null },
            "being changed" => linked with { SentAt = Later },
            "gone" => linked with { IsDoubted = true, SentAt = Later },
            "to be created" => new DebtorLink.Creating(Card, null),
            "being created" => new DebtorLink.Creating(Card, Later),
            "in doubt" => new DebtorLink.Doubtful([PlantedRelations.Baker], Since),
            "said to be none" => new DebtorLink.Apart(),
            _ => null,
        };
        var relation = link is null ? PlantedRelations.Named("r") : PlantedRelations.Named("r").With(Demo, link);
        var tenant = which == "elsewhere" ? Demo with { Administration = new AdministrationKey("there") } : Demo;

        var told = Of(relation, tenant).Link;

        Assert.Equal(expected, told is null ? "none" : $"{told.State} {told.Code} {told.Since:HH:mm} {told.WrittenAt:HH:mm}");
    }

    [Fact]
    public void Tenant_that_was_never_linked_has_no_link_to_tell_of() =>
        Assert.Null(Of(PlantedRelations.Named("r").With(Demo, new DebtorLink.Apart()), Demo with { Administration = null }).Link);

    [Fact]
    public void Last_event_and_that_it_said_that_the_relation_is_gone_are_told()
    {
        var facts = RelationFacts.None with { Last = new Stamp(Later, "evt-2"), IsDeleted = true };

        var told = Of(PlantedRelations.Named("r") with { Facts = facts });
        var silent = Of(PlantedRelations.Named("r"));

        Assert.Equal((new LastChangeAnswer("evt-2", Later), true), (told.LastChange, told.Deleted));
        Assert.Equal((null, null), (silent.LastChange, silent.Deleted));
    }

    [Fact]
    public void What_could_not_be_used_and_what_did_not_fit_is_told_once_each_by_field()
    {
        var iban = new FieldNote(RelationField.Iban, "NL00", null, NoteReason.NotAnIban);
        var name = new FieldNote(RelationField.Name, "Lang", "La", NoteReason.TooLong);
        var chamber = new FieldNote(RelationField.ChamberOfCommerceNumber, "1", null, NoteReason.NotAChamberOfCommerceNumber);
        var relation = PlantedRelations.Named("r") with
        {
            Facts = RelationFacts.None with
            {
                Notes = new Dictionary<RelationField, StampedNote>
                {
                    [RelationField.Iban] = new(new Stamp(Since, "e"), iban), [RelationField.Name] = new(new Stamp(Since, "e"), name),
                },
            },
        };

        var linked = Of(relation.With(Demo, new DebtorLink.Linked(7, "1", Since) { Notes = [chamber, name] }));
        var creating = Of(relation.With(Demo, new DebtorLink.Creating(Card, null) { Notes = [chamber] }));

        Assert.Equal(["name", "chamberOfCommerceNumber", "iban"], linked.NotCarriedOver!.Select(note => note.Field));
        Assert.Equal((3, 3), (linked.NotCarriedOverCount, creating.NotCarriedOverCount));
        var words = NoteText.Of(name);
        Assert.Equal(new NotCarriedOverAnswer("name", "Lang", "La", words.Nl, words.En), linked.NotCarriedOver![0]);
        Assert.Null(linked.NotCarriedOver[2].Kept);
    }

    [Fact]
    public void What_lost_to_Perfectview_is_told_as_it_is_kept()
    {
        var told = Of(PlantedRelations.Named("r").With(Demo, new DebtorLink.Linked(7, "1", Since)
        {
            Overwritten = [new(RelationField.InvoiceEmail, "a@bakker.example", "b@bakker.example", Later), new(RelationField.Phone, "010", "", Since)],
        }));

        Assert.Equal(
            [new OverwrittenAnswer("invoiceEmail", "a@bakker.example", "b@bakker.example", Later), new("phone", "010", "", Since)], told.Overwritten);
        Assert.Equal(2, told.OverwrittenCount);
    }

    [Fact]
    public void Nothing_that_was_lost_or_left_out_is_told_as_nothing()
    {
        var told = Of(PlantedRelations.Named("r").With(Demo, new DebtorLink.Linked(7, "1", Since)));

        Assert.Equal((0, 0), (told.NotCarriedOverCount, told.OverwrittenCount));
        Assert.Null(told.NotCarriedOver);
        Assert.Null(told.Overwritten);
    }

    [Fact]
    public void Candidates_have_what_they_are_told_apart_by()
    {
        var told = Of(PlantedRelations.InDoubt("r").With(Demo, new DebtorLink.Doubtful([PlantedRelations.Baker, PlantedRelations.Namesake], Since)));

        Assert.Equal(
            [
                new CandidateAnswer("10001", "Bakkerij De Korenbloem", "1234 AB", "NL001234567B01", "12345678"),
                new CandidateAnswer("10002", "Bakkerij De Korenbloem", "4321 BA", null, null),
            ],
            told.Candidates);
        Assert.Null(Of(PlantedRelations.Named("r")).Candidates);
    }

    [Theory]
    [InlineData(RelationState.NeedsAttention, true, TenantState.Linked, "link retry")]
    [InlineData(RelationState.NeedsAttention, false, TenantState.Linked, "retry")]
    [InlineData(RelationState.Received, true, TenantState.Linked, "link")]
    [InlineData(RelationState.Received, false, TenantState.Linked, "")]
    [InlineData(RelationState.Current, false, TenantState.Linked, "")]
    [InlineData(RelationState.Ignored, false, TenantState.Linked, "")]
    [InlineData(RelationState.NeedsAttention, true, TenantState.Unlinked, "")]
    public void Actions_are_what_a_person_may_do_now(RelationState state, bool isInDoubt, TenantState tenant, string expected)
    {
        DebtorLink link = isInDoubt ? new DebtorLink.Doubtful([], Since) : new DebtorLink.Linked(7, "1", Since);

        var told = RelationAnswer.Of(PlantedRelations.Named("r", state).With(Demo, link), Demo, new TenantStanding(tenant, null));

        Assert.Equal(expected, string.Join(' ', told.Actions));
    }

    [Theory]
    [InlineData(RelationState.Received, null, ReasonCode.NotLinked)]
    [InlineData(RelationState.Received, ReasonCode.DebtorCodeTaken, ReasonCode.DebtorCodeTaken)]
    [InlineData(RelationState.NeedsAttention, ReasonCode.DebtorAmbiguous, ReasonCode.DebtorAmbiguous)]
    [InlineData(RelationState.Current, null, null)]
    [InlineData(RelationState.Ignored, ReasonCode.RelationsSwitchedOff, ReasonCode.RelationsSwitchedOff)]
    public void Reason_is_its_own_or_else_what_the_tenant_waits_for(RelationState state, string? own, string? expected)
    {
        var relation = PlantedRelations.Named("r", state) with { Reason = own is null ? null : Reason.Of(own) };

        var told = RelationAnswer.Of(relation, Demo, new TenantStanding(TenantState.Unlinked, Reason.Of(ReasonCode.NotLinked)));

        Assert.Equal(expected, told.Reason?.Code);
    }

    private static RelationAnswer Of(Relation relation, Tenant? tenant = null) =>
        RelationAnswer.Of(relation, tenant ?? Demo, new TenantStanding(TenantState.Linked, null));
}
