using FluentValidation;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Dues;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Dues;

/// <summary>Hands the money that was counted up to the superior (TWS-D2). The amount follows from the reconciliation; nobody enters it.</summary>
/// <param name="Organization">The branch whose money it is.</param>
/// <param name="Month">The month of its books.</param>
/// <param name="On">On which day the money went up: not in the future, not before the step before.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(DuesBooks.Keepers, RuleId = "TWS-D2")]
public sealed record HandUpDues(Id<Organization> Organization, YearMonth Month, LocalDate On, ExpectedVersion Expected) : ICommand<DuesMonthAnswer>, IChange
{
    /// <summary>The day.</summary>
    /// <param name="On">On which day the money went up: not in the future, not before the step before.</param>
    /// <example>{"on": "2024-04-02"}</example>
    public sealed record Body(LocalDate On);
}

internal sealed class HandUpDuesValidator : AbstractValidator<HandUpDues>
{
    public HandUpDuesValidator(Clock clock) => RuleFor(r => r.On).NotInFuture(clock);
}

internal sealed class HandUpDuesHandler(DuesBooks books) : IHandler<HandUpDues, DuesMonthAnswer>
{
    public async Task<Result<DuesMonthAnswer>> Handle(HandUpDues request, CancellationToken cancellationToken)
    {
        var loaded = await books.ToChange(request.Organization, request.Month, request.Expected, cancellationToken);
        if (!loaded.Succeeded) return loaded.Errors[0];
        var (month, organization, _) = loaded.Value;
        var done = month.HandUp(organization.SuperiorId, request.On, books.StandingOver(organization));
        return done.Succeeded ? await books.Tell(month, organization, cancellationToken) : done.Errors[0];
    }
}
