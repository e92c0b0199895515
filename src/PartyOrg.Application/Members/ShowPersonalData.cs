using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Members;

/// <summary>Shows a member's identity and phone number in clear. The reason is kept in the audit.</summary>
/// <param name="Member">The person.</param>
/// <param name="Reason">What the numbers are needed for, 4 to 200 characters.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record ShowPersonalData(Id<Person> Member, string Reason) : ICommand<PersonalDataAnswer>, IAboutMember
{
    /// <summary>Why the numbers are needed.</summary>
    /// <param name="Reason">What the numbers are needed for, 4 to 200 characters.</param>
    /// <example>{"reason": "转接组织关系，核对身份证号"}</example>
    public sealed record Body(string Reason);
}

/// <summary>A member's numbers in clear.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="IdentityNumber">The identity number.</param>
/// <param name="Phone">The phone number; none when it is not known.</param>
public sealed record PersonalDataAnswer(Id<Person> Id, string IdentityNumber, string? Phone);

internal sealed class ShowPersonalDataValidator : AbstractValidator<ShowPersonalData>
{
    public ShowPersonalDataValidator() => RuleFor(r => r.Reason).Length(4, 200);
}

internal sealed class ShowPersonalDataHandler(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping, IPersonalDataProtector protector) : IHandler<ShowPersonalData, PersonalDataAnswer>
{
    public async Task<Result<PersonalDataAnswer>> Handle(ShowPersonalData request, CancellationToken cancellationToken)
    {
        var person = await db.Persons.InScope(caller, db).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Member, cancellationToken);
        if (person is null) return MemberErrors.NotFound;
        var number = protector.Unprotect(PersonalDataPurpose.IdentityNumber, person.IdentityNumber);
        var phone = person.Phone is { } sealedPhone ? protector.Unprotect(PersonalDataPurpose.PhoneNumber, sealedPhone) : null;
        if (!number.Succeeded) return number.Errors[0];
        if (phone is { Succeeded: false }) return phone.Errors[0];

        if (person.RegisteredWith is { } organization) bookkeeping.AuditUnder(organization.Value);
        return new PersonalDataAnswer(person.Id, number.Value, phone?.Value);
    }
}
