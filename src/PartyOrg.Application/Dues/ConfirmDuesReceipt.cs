using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Dues;

/// <summary>Confirms that the money came (TWS-D2): an officer above the branch, or who leads the organization above it.</summary>
/// <param name="Organization">The branch whose money it is.</param>
/// <param name="Month">The month of its books.</param>
/// <param name="On">On which day the money came: not in the future, not before the step before.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(DuesBooks.Writers, RuleId = "TWS-D2")]
public sealed record ConfirmDuesReceipt(Id<Organization> Organization, YearMonth Month, LocalDate On, ExpectedVersion Expected) : ICommand<DuesMonthAnswer>, IChange
{
    /// <summary>The day.</summary>
    /// <param name="On">On which day the money came: not in the future, not before the step before.</param>
    /// <example>{"on": "2024-04-02"}</example>
    public sealed record Body(LocalDate On);
}

internal sealed class ConfirmDuesReceiptValidator : AbstractValidator<ConfirmDuesReceipt>
{
    public ConfirmDuesReceiptValidator(Clock clock) => RuleFor(r => r.On).NotInFuture(clock);
}

internal sealed class ConfirmDuesReceiptHandler(DuesBooks books) : IHandler<ConfirmDuesReceipt, DuesMonthAnswer>
{
    public async Task<Result<DuesMonthAnswer>> Handle(ConfirmDuesReceipt request, CancellationToken cancellationToken)
    {
        var loaded = await books.ToChange(request.Organization, request.Month, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (month, organization, _) = loaded.Value;
        var done = month.ConfirmReceipt(request.On, books.StandingOver(organization));
        return done.Succeeded ? await books.Tell(month, organization, cancellationToken) : done.Errors[0];
    }
}
