using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.Members;

/// <summary>Corrects a member's name or phone number.</summary>
/// <param name="Member">The person.</param>
/// <param name="Name">The full name, 1 to 50 characters.</param>
/// <param name="Phone">Mobile or landline; none leaves it as it is.</param>
/// <param name="Expected">The version that the caller saw.</param>
[AllowedTo(Role.Officers | Role.BranchSecretary)]
public sealed record ChangeMember(Id<Person> Member, string Name, [property: Secret] string? Phone, ExpectedVersion Expected) : ICommand<MemberAnswer>, IChange, IAboutMember
{
    /// <summary>Name and phone number.</summary>
    /// <param name="Name">The full name, 1 to 50 characters.</param>
    /// <param name="Phone">Mobile or landline; none leaves it as it is.</param>
    /// <example>{"name": "王秀兰", "phone": "13800138000"}</example>
    public sealed record Body(string Name, [property: Secret] string? Phone = null);
}

internal sealed class ChangeMemberValidator : AbstractValidator<ChangeMember>
{
    public ChangeMemberValidator()
    {
        RuleFor(r => r.Name).Makes(PersonName.Of);
        RuleFor(r => r.Phone).MakesIfGiven(PhoneNumber.Of);
    }
}

internal sealed class ChangeMemberHandler(PartyOrgContext db, Caller caller, PersonalData personal, Ids ids, Clock clock) : IHandler<ChangeMember, MemberAnswer>
{
    public async Task<Result<MemberAnswer>> Handle(ChangeMember request, CancellationToken cancellationToken)
    {
        var found = await db.Persons.InScope(caller, db).Include(p => p.FormerNames).SingleOrDefaultAsync(p => p.Id == request.Member, cancellationToken);
        var loaded = found.Expecting(request.Expected, MemberErrors.NotFound);
        if (!loaded.Succeeded) return loaded.Errors[0];

        loaded.Value.Rename(PersonName.Of(request.Name).Value, ids, clock);
        if (request.Phone is { } phone) loaded.Value.ChangePhone(personal.Seal(PhoneNumber.Of(phone).Value));
        var shown = MemberProjection.Of(await db.MemberRows(request.Member, caller, cancellationToken), caller.Today);
        return shown with { Name = loaded.Value.Name, Phone = loaded.Value.MaskedPhone, Version = loaded.Value.Version };
    }
}
