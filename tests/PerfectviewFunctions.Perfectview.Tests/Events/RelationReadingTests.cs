using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>What a valid relation event becomes.</summary>
public sealed class RelationReadingTests
{
    [Fact]
    public void New_organisation_is_read_field_by_field()
    {
        var expected = new DebtorDetails("d4a7f0b2-3e58-4c1d-9a66-7b0c2e8f1d35", IsPerson: false)
        {
            Code = "D1005",
            Name = "Scheepswerf De Koperen Kiel B.V.",
            ContactPerson = "Afdeling crediteuren",
            Salutation = "Geachte heer of mevrouw",
            VisitingAddress = new AddressDetails("Oude Havenkade", "24", "b", "9995 ZX", "Havenhoofd", "Nederland"),
            PostalAddress = new AddressDetails("Postbus", "205", null, "9995 ZZ", "Havenhoofd", "Nederland"),
            InvoiceAddress = new AddressDetails("Dokweg", "1", null, "9995 ZY", "Havenhoofd", "Nederland"),
            Phone = "+31 20 000 00 05",
            MobilePhone = "+31 6 00000005",
            Email = "info@koperen-kiel.example",
            InvoiceEmail = "facturen@koperen-kiel.example",
            Website = "https://koperen-kiel.example",
            VatNumber = "NL000000005B01",
            ChamberOfCommerceNumber = "00000005",
            Iban = "NL91ABNA0417164300",
            Bic = "ABNANL2A",
            Note = "Facturen graag met inkoopnummer.\nAlleen digitaal.",
        };
        RelationField[] unmentioned =
            [RelationField.Initials, RelationField.FirstName, RelationField.MiddleName, RelationField.LastName, RelationField.Gender];

        RelationAssert.Equal(
            new PerfectviewEvent.RelationChanged(
                "evt-rel-1001-1",
                new DateTimeOffset(2026, 4, 7, 9, 0, 0, TimeSpan.FromHours(2)),
                "relation.created",
                new RelationChange(expected, Enum.GetValues<RelationField>().Except(unmentioned).ToHashSet())),
            Reading.Relation(ContractFiles.Sample("relation-organisation.json")));
    }

    [Fact]
    public void New_person_is_read_with_name_parts()
    {
        var said = Reading.Relation(ContractFiles.Sample("relation-person.json")).Change.Said;

        Assert.True(said.IsPerson);
        Assert.Equal(
            ("P.", "Pleun", "van der", "Denkbeeld", "m", null),
            (said.Initials, said.FirstName, said.MiddleName, said.LastName, said.Gender, said.Name));
    }

    [Fact]
    public void Update_says_no_more_than_it_names() =>
        RelationAssert.Equal(
            new RelationChange(
                new DebtorDetails("d4a7f0b2-3e58-4c1d-9a66-7b0c2e8f1d35", IsPerson: false)
                {
                    PostalAddress = new AddressDetails("Postbus", "310", null, "9993 ZZ", "Voorbeelddam", "Nederland"),
                },
                new HashSet<RelationField> { RelationField.PostalAddress, RelationField.Phone }),
            Reading.Relation(ContractFiles.Sample("relation-update.json")).Change);

    [Fact]
    public void Deletion_says_which_relation_and_nothing_else()
    {
        var body = """
            { "id": "e", "type": "relation.deleted", "occurredAt": "2026-05-04T11:00:00Z",
              "data": { "invoice": 7, "relation": { "id": "r", "type": "person", "lastName": null, "gender": "x", "postalAddress": 7, "phone": "1" } } }
            """;

        RelationAssert.Equal(
            new PerfectviewEvent.RelationChanged(
                "e",
                new DateTimeOffset(2026, 5, 4, 11, 0, 0, TimeSpan.Zero),
                "relation.deleted",
                new RelationChange(new DebtorDetails("r", IsPerson: false), new HashSet<RelationField>()) { IsDeletion = true }),
            Reading.Relation(body));
    }

    [Theory]
    [InlineData("", false, "N", "L")]
    [InlineData("\"type\":\"organisation\",", false, "N", "L")]
    [InlineData("\"type\":\"person\",", true, null, "L")]
    public void Name_of_an_organisation_is_not_kept_of_a_person(string type, bool isPerson, string? name, string lastName)
    {
        var change = Reading.Relation(Update($$"""{{type}}"id":"r","name":"N","lastName":"L" """)).Change;

        Assert.Equal((isPerson, name, lastName), (change.Said.IsPerson, change.Said.Name, change.Said.LastName));
        Assert.Equal(type.Length > 0, change.Mentioned.Contains(RelationField.Type));
        Assert.Superset(new HashSet<RelationField> { RelationField.Name, RelationField.LastName }, change.Mentioned.ToHashSet());
    }

    [Fact]
    public void Update_may_name_nothing_at_all() => Assert.Empty(Reading.Relation(Update("\"id\":\"r\"")).Change.Mentioned);

    [Fact]
    public void Type_alone_is_a_change()
    {
        var change = Reading.Relation(Update("\"id\":\"r\",\"type\":\"person\"")).Change;

        Assert.Equal([RelationField.Type], change.Mentioned);
        Assert.True(change.Said.IsPerson);
    }

    [Fact]
    public void Stored_event_is_read_as_when_it_came()
    {
        foreach (var sample in ContractFiles.SampleNames.Where(name => name.StartsWith("relation-", StringComparison.Ordinal)))
        {
            var valid = Reading.Valid(ContractFiles.Sample(sample));

            RelationAssert.Equal(Assert.IsType<PerfectviewEvent.RelationChanged>(valid.Event), Reading.Reader.ReadStored(valid.Body));
        }
    }

    private static string Update(string relation) =>
        $$$"""{"id":"e","type":"relation.updated","occurredAt":"2026-05-04T11:00:00Z","data":{"relation":{ {{{relation}}} } } }""";
}
