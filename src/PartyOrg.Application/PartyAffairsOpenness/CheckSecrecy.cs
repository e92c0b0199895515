using FluentValidation;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>Records the secrecy check (TWS-8.3): before the matter is opened, and of the result before its approval. What is confidential is never published (TWS-8.4b), and nothing follows.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="IsSecret">Whether it is confidential.</param>
/// <param name="Remark">What was looked at, 1 to 500 characters.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember | Role.DisciplineInspector, RuleId = "TWS-8.3")]
public sealed record CheckSecrecy(Id<Publication> Publication, bool IsSecret, string Remark, ExpectedVersion Expected) : ICommand<PublicationAnswer>, IChange
{
    /// <summary>What is recorded.</summary>
    /// <param name="IsSecret">Whether it is confidential.</param>
    /// <param name="Remark">What was looked at, 1 to 500 characters.</param>
    /// <example>{"isSecret": false, "remark": "不涉及国家秘密、商业秘密和个人隐私"}</example>
    public sealed record Body(bool IsSecret, string Remark);
}

internal sealed class CheckSecrecyValidator : AbstractValidator<CheckSecrecy>
{
    public CheckSecrecyValidator() => RuleFor(r => r.Remark).HasNoFault(t => FreeText.FaultIn(t, Domain.PartyAffairsOpenness.Publication.ReasonLength));
}

internal sealed class CheckSecrecyHandler(PartyOrgContext db, Caller caller, Clock clock) : IHandler<CheckSecrecy, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(CheckSecrecy request, CancellationToken cancellationToken)
    {
        var held = await db.PublicationToChange(caller, request.Publication, request.Expected, cancellationToken);
        if (!held.Succeeded) return held.Errors[0];
        var it = held.Value;
        return it.Told(it.Publication.CheckSecrecy(request.IsSecret, request.Remark, await db.NameOf(caller, cancellationToken), it.Standing, clock.Today));
    }
}
