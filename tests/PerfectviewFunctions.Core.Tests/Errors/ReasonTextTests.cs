using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Errors;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Errors;

public sealed class ReasonTextTests
{
    [Fact]
    public void Reason_with_its_values_is_told_in_both_languages()
    {
        var told = ReasonText.Render(
            Reason.Of(ReasonCode.VatCategoryUnmapped, ("category", "NL_HIGH"), ("label", "Verkoop - NL - 21%")));

        Assert.Equal(
            new RenderedReason(
                "vat-category-unmapped",
                ErrorClass.Permanent,
                "De btw-categorie Verkoop - NL - 21% heeft nog geen btw-code en grootboekrekening.",
                "The VAT category Verkoop - NL - 21% has no VAT code and ledger account yet.",
                "Kies bij Btw en grootboek een btw-code en een omzetrekening voor deze categorie en probeer de factuur opnieuw.",
                "Choose a VAT code and a revenue account for this category under VAT and ledger and retry the invoice."),
            told);
    }

    [Fact]
    public void Values_are_filled_in_the_action_too()
    {
        var told = ReasonText.Render(
            Reason.Of(ReasonCode.ChangedAfterBooking, ("mutation", "417"), ("differences", "total 121.00 -> 242.00")));

        Assert.Contains("als mutatie 417. Verschil: total 121.00 -> 242.00.", told.Nl, StringComparison.Ordinal);
        Assert.StartsWith("Pas mutatie 417 met de hand aan", told.ActionNl, StringComparison.Ordinal);
        Assert.StartsWith("Correct mutation 417 by hand", told.ActionEn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Missing_or_empty_value_shows_as_a_question_mark(string? label)
    {
        var reason = label is null
            ? new Reason(ReasonCode.VatCategoryUnmapped)
            : Reason.Of(ReasonCode.VatCategoryUnmapped, ("label", label));

        Assert.StartsWith("De btw-categorie ? heeft", ReasonText.Render(reason).Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_with_braces_stays_as_it_is()
    {
        var told = ReasonText.Render(Reason.Of(ReasonCode.DebtorCodeTaken, ("code", "{name}"), ("name", "A {code} $1 {")));

        Assert.StartsWith("De relatiecode {name} voor A {code} $1 { is in", told.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_value_stands_in_the_sentence_unchanged() =>
        Prop.ForAll<NonEmptyString, NonEmptyString>((code, text) =>
            ReasonText.Render(Reason.Of(ReasonCode.UnknownRefusal, ("code", code.Get), ("text", text.Get))).Nl
                == $"e-Boekhouden weigerde dit met een melding die de koppeling niet kent: {code.Get}, \"{text.Get}\". Er is niets geboekt.")
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Code_of_the_service_is_told_by_its_entry_even_as_an_unlisted_sub_code()
    {
        var told = ReasonText.Render(new Reason("CMUT020.2"));

        Assert.Equal(("CMUT020", ErrorClass.Permanent), (told.Code, told.Class));
        Assert.Equal("De periode van de factuurdatum is in e-Boekhouden afgesloten.", told.Nl);
    }

    [Fact]
    public void Unknown_code_is_told_as_an_unknown_refusal_with_code_and_text()
    {
        var told = ReasonText.Render(Reason.Of("CMUT999", ("text", "Mag niet")));

        Assert.Equal((ReasonCode.UnknownRefusal, ErrorClass.Permanent), (told.Code, told.Class));
        Assert.Contains("CMUT999, \"Mag niet\".", told.Nl, StringComparison.Ordinal);
        Assert.Contains("CMUT999, \"Mag niet\".", told.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_code_without_text_shows_a_question_mark() =>
        Assert.Contains("CMUT999, \"?\".", ReasonText.Render(new Reason("CMUT999")).Nl, StringComparison.Ordinal);
}
