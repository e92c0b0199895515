using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Organizations;
using PartyOrg.Application.Pipeline;
using PartyOrg.Application.RuleBooks;
using PartyOrg.Domain;
using PartyOrg.Domain.MemberObjectives;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.Time;

namespace PartyOrg.Application.MemberObjectives;

/// <summary>What one step did with the objectives of a branch and year.</summary>
/// <param name="Done">Those for which the step was taken now, in the order of the members' names.</param>
/// <param name="NotReady">Those that still await the step, and why, in the same order. Those for which it was taken before stand in neither.</param>
public sealed record ObjectivesOfYearAnswer(IReadOnlyList<ObjectivesSummary> Done, IReadOnlyList<ObjectivesNotReady> NotReady) : Answer;

/// <summary>Objectives for which a step could not be taken.</summary>
/// <param name="Id">Their id.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Status">How far they have come.</param>
/// <param name="Code">The refusal's code, as the step on them alone would give it.</param>
/// <param name="Reason">Why, and what to do next.</param>
public sealed record ObjectivesNotReady(Id<ObjectivePlan> Id, Id<Person> PersonId, string Name, ObjectivesStatus Status, string Code, string Reason);

/// <summary>One step on all objectives of a branch and year.</summary>
internal sealed class ObjectivesOfYear(PartyOrgContext db, Caller caller, Bookkeeping bookkeeping, RulesInPlace rules, Clock clock)
{
    /// <summary>Takes the step for each that awaits it and is ready, by the rules of the year and today. What one may not decide on, and what is not ready, is named and left as it is.</summary>
    public async Task<Result<ObjectivesOfYearAnswer>> Take(
        Id<Organization> branch, int year, Expression<Func<ObjectivePlan, bool>> awaitsIt, Func<PlanInReach, ObjectivesTerms, LocalDate, Result<Done>> step, CancellationToken cancellation)
    {
        if (!await db.Organizations.InScope(caller).AnyAsync(o => o.Id == branch, cancellation)) return OrganizationErrors.NotFound;
        var terms = new ObjectivesTerms(await rules.Of(branch, cancellation), year);
        await db.LockChain(branch.Value, cancellation);
        bookkeeping.AuditUnder(branch.Value);
        var (done, notReady, advices) = (new List<ObjectivesSummary>(), new List<ObjectivesNotReady>(), new List<Advice>());
        foreach (var found in await db.PlansInReach(caller, db.ObjectivePlans.InScope(caller, db).Where(p => p.OrganizationId == branch && p.Year == year).Where(awaitsIt), cancellation))
        {
            var p = found.Plan;
            var taken = step(found, terms, clock.Today);
            advices.AddRange(taken.Advices);
            if (taken is { Succeeded: false, Errors: [var refusal, ..] }) notReady.Add(new(p.Id, p.PersonId, found.MemberName, p.Status, refusal.Code, refusal.Message.In(caller.Language)));
            else done.Add(new(p.Id, p.OrganizationId, p.PersonId, found.MemberName, p.Year, p.Category, p.Status, p.Result?.Combined, p.Grade));
        }

        return ((Result<ObjectivesOfYearAnswer>)new ObjectivesOfYearAnswer(done, notReady)).With(advices.Distinct());
    }
}
