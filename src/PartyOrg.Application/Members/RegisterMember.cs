using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>Registers a Party member in an organization: by relation, or by enrolment where the relation lies elsewhere (REG-1, REG-10).</summary>
/// <param name="OrganizationId">The branch, joint branch or floating-member branch; in the caller's scope.</param>
/// <param name="Name">The full name, 1 to 50 characters.</param>
/// <param name="IdentityNumber">The identity number, 18 characters (GB 11643); it belongs to one person.</param>
/// <param name="Standing">Formal or probationary.</param>
/// <param name="From">The first day on which he belongs to the organization; not after today.</param>
/// <param name="MemberSince">The first day of membership in this standing; the day above where it is left out.</param>
/// <param name="Phone">Mobile or landline with area code.</param>
/// <param name="Floating">Whether the relation lies elsewhere than where he takes part.</param>
/// <param name="Pocket">Whether he keeps the relation to himself.</param>
/// <param name="Belonging">Relation, or enrolment without it.</param>
/// <example>
/// {
///   "organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02",
///   "name": "王秀兰",
///   "identityNumber": "11010519491231002X",
///   "standing": "formal",
///   "from": "2026-03-01",
///   "phone": "13800138000"
/// }
/// </example>
[AllowedTo(Role.Officers)]
public sealed record RegisterMember(
    Id<Organization> OrganizationId, string Name, [property: Secret] string IdentityNumber, Standing Standing, LocalDate From, LocalDate? MemberSince = null,
    [property: Secret] string? Phone = null, bool Floating = false, bool Pocket = false, Belonging Belonging = Belonging.Relation) : ICreate<MemberAnswer>;

internal sealed class RegisterMemberValidator : AbstractValidator<RegisterMember>
{
    public RegisterMemberValidator(Clock clock)
    {
        RuleFor(r => r.Name).Makes(PersonName.Of);
        RuleFor(r => r.IdentityNumber).Makes(Domain.Members.IdentityNumber.Of);
        RuleFor(r => r.Phone).MakesIfGiven(PhoneNumber.Of);
        RuleFor(r => r.From).NotInFuture(clock);
    }
}

internal sealed class RegisterMemberHandler(PartyOrgContext db, Caller caller, PersonalData personal, Ids ids, Clock clock) : IHandler<RegisterMember, MemberAnswer>
{
    public async Task<Result<MemberAnswer>> Handle(RegisterMember request, CancellationToken cancellationToken)
    {
        await db.LockChain(request.OrganizationId.Value, cancellationToken);
        var organization = await db.Organizations.InScope(caller).SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");
        var identity = personal.Seal(Domain.Members.IdentityNumber.Of(request.IdentityNumber).Value);
        if (await db.Persons.AnyAsync(p => p.IdentityIndex == identity.Index, cancellationToken)) return MemberErrors.IdentityTaken.At("/identityNumber");

        var phone = request.Phone is { } given ? personal.Seal(PhoneNumber.Of(given).Value) : null;
        var person = Person.Register(PersonName.Of(request.Name).Value, identity, phone, ids);
        var member = person.BecomeMember(request.Standing, request.Floating, request.Pocket, request.MemberSince ?? request.From, ids, clock.Now);
        var joined = person.Join(organization, request.Belonging, request.From, ids, clock.Now);
        if (!member.Succeeded || !joined.Succeeded) return member.Succeeded ? joined.Errors[0] : member.Errors[0];

        db.Add(person);
        return MemberProjection.Of(person, organization, clock.Today);
    }
}
