using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using PartyOrg.Application.Compliance;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.PartyAffairsOpenness;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.PartyAffairsOpenness;

/// <summary>
/// Drafts a publication out of what is recorded (TWS-8.2): its title, category and numbers are the product's, the remark is the caller's. listPublicationDrafts shows what there is; the steps after it are those of any publication.
/// </summary>
/// <param name="OrganizationId">Whose affair it is.</param>
/// <param name="Draft">The draft's name, <c>supervision</c>.</param>
/// <param name="From">The first day, or the period in which it lies: <c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>.</param>
/// <param name="To">The last day, or the period in which it lies; that of <c>from</c> where it is left out. Not after today.</param>
/// <param name="Remark">What is to be said beside the numbers, 1 to 2,000 characters, where there is something.</param>
/// <param name="Nature">What kind of work it is about: routine, periodic (its end is the last day counted) or temporary.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Form">How.</param>
/// <example>
/// {"organizationId": "0190b6a4-5c1e-7a3b-8d2f-4e6a7b8c9d02", "draft": "supervision", "from": "2026-Q1", "to": null, "remark": "欢迎监督。", "nature": "periodicWork", "audience": "employees", "form": "announcement"}
/// </example>
[AllowedTo(Role.BranchSecretary | Role.CommitteeMember, RuleId = "TWS-8.3")]
public sealed record GeneratePublication(
    Id<Organization> OrganizationId, string Draft, string From, PublicationNature Nature, PublicationAudience Audience, PublicationForm Form, string? To = null, string? Remark = null) : ICreate<PublicationAnswer>;

internal sealed class GeneratePublicationValidator : AbstractValidator<GeneratePublication>
{
    private const int RemarkLength = 2_000;

    public GeneratePublicationValidator() => RuleFor(r => r.Remark).HasNoFault(t => t is null ? null : FreeText.FaultIn(t, RemarkLength));
}

internal sealed class GeneratePublicationHandler(PartyOrgContext db, Caller caller, IEnumerable<IPublicationDraft> drafts, Ids ids, Clock clock) : IHandler<GeneratePublication, PublicationAnswer>
{
    public async Task<Result<PublicationAnswer>> Handle(GeneratePublication request, CancellationToken cancellationToken)
    {
        if (drafts.SingleOrDefault(d => d.Name == request.Draft) is not { } draft) return PublicationErrors.DraftUnknown(request.Draft, drafts.Select(d => d.Name).Order(StringComparer.Ordinal));
        var days = Asked.Days(request.From, request.To, clock.Today);
        if (!days.Succeeded) return days.Errors[0];
        if (days.Value.To > clock.Today) return ValueRules.InFuture.At("/to");
        var organization = await db.Organizations.InScope(caller).AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganizationId, cancellationToken);
        if (organization is null) return OrganizationErrors.NotFound.At("/organizationId");

        // Nothing is recorded of the organization between the count and the draft.
        await db.LockChain(organization.Id.Value, cancellationToken);
        var drawn = new DrawnFigures(draft.Name, days.Value.From, days.Value.To!.Value, await draft.Count(organization, days.Value, cancellationToken));
        var (title, text) = (TitleOf(draft, drawn), TextOf(drawn, request.Remark));
        var matter = new Matter(title, text, draft.Category, request.Nature, request.Audience, request.Form);
        if (matter.HasEnd) matter = matter with { WorkEndedOn = drawn.To };
        var standing = caller.StandingIn(organization);
        var made = Publication.Draft(organization, matter, drawn, standing, ids, clock.Today);
        if (!made.Succeeded) return made.Errors[0];
        db.Add(made.Value);
        return made.Map(p => PublicationAnswer.ForKeepers(p, organization.Name, standing));
    }

    private static string TitleOf(IPublicationDraft draft, DrawnFigures drawn) => $"{draft.Title.Zh}（{LocalDatePattern.Iso.Format(drawn.From)} 至 {LocalDatePattern.Iso.Format(drawn.To)}）";

    // Employees read it: it is written in Chinese whoever drafts it; the numbers come with labels in both languages.
    private static string TextOf(DrawnFigures drawn, string? remark)
    {
        var lines = drawn.Figures.Select(f => $"{f.Zh}：{f.Value}");
        return string.Join('\n', remark is null ? lines : lines.Append(remark));
    }
}
