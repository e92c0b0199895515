using Microsoft.EntityFrameworkCore;
using NodaTime;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>A democratic appraisal as a whole; what concerns one member stands in his part.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganizationId">The branch.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Status">How far it has come (TWS-7.3).</param>
/// <param name="OpenedOn">The day on which it was opened.</param>
/// <param name="Expected">How many members are expected.</param>
/// <param name="Studies">What was studied, without names.</param>
/// <param name="Progress">For how many members each step is done, exceptions apart.</param>
/// <param name="Ballot">How many have voted, and how many must (TWS-7.4); none before the box is opened.</param>
/// <param name="ClosedOn">The day on which it was closed.</param>
/// <param name="Next">What the caller can do next.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record AppraisalAnswer(
    Id<Appraisal> Id, Id<Organization> OrganizationId, string OrganizationName, int Year, AppraisalStatus Status, LocalDate OpenedOn, int Expected, IReadOnlyList<StudyAnswer> Studies,
    AppraisalProgress Progress, BallotTurnout? Ballot, LocalDate? ClosedOn, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static async Task<AppraisalAnswer> Of(AppraisalInReach found, Caller caller, PartyOrgContext db, CancellationToken cancellation)
    {
        var (a, members) = (found.Appraisal, await db.MembersOf(found.Appraisal.Id, cancellation));
        var expected = members.Exists(m => m.PersonId == caller.PersonId);
        var voted = a.Voted ?? (a.Status == AppraisalStatus.Voting ? await db.BallotMarks.CountAsync(m => m.AppraisalId == a.Id && m.Voted, cancellation) : 0);
        Part[] parts = expected ? [Appraisal.ExpectedMember, Appraisal.MemberHimself] : [];
        return new(
            a.Id, a.OrganizationId, found.OrganizationName, a.Year, a.Status, a.OpenedOn, a.Expected, [.. a.Studies.Select(s => new StudyAnswer(s.On, s.Subject, s.Attended.Count))],
            AppraisalProgress.Of(members), a.BoxOpenedOn is { } opened ? new(opened, a.BoxClosedOn, voted, a.BallotsNeeded) : null, a.ClosedOn,
            Appraisal.Procedure.NextFor(a.Status, new(found.Roles, parts)), a.Version);
    }
}

/// <summary>An occasion of study and education.</summary>
/// <param name="On">The day.</param>
/// <param name="Subject">What was studied.</param>
/// <param name="Attended">How many took part.</param>
public sealed record StudyAnswer(LocalDate On, string Subject, int Attended);

/// <summary>For how many members each step is done.</summary>
/// <param name="Studied">Took part in study and education.</param>
/// <param name="SelfEvaluated">Filed a self-evaluation.</param>
/// <param name="Criticised">Criticism and self-criticism recorded.</param>
/// <param name="Judged">The organization's opinion recorded.</param>
/// <param name="OpenObjections">Objections that wait for an answer.</param>
/// <param name="Handled">Commended or handled.</param>
/// <param name="Excepted">With at least one exception.</param>
public sealed record AppraisalProgress(int Studied, int SelfEvaluated, int Criticised, int Judged, int OpenObjections, int Handled, int Excepted)
{
    internal static AppraisalProgress Of(List<AppraisedMember> members) => new(
        members.Count(m => m.StudiedOn is not null), members.Count(m => m.SelfEvaluation is not null), members.Count(m => m.Criticism is not null), members.Count(m => m.Grade is not null),
        members.Count(m => m.HasOpenObjection), members.Count(m => m.Handling is not null), members.Count(m => m.Exceptions.Count > 0));
}

/// <summary>How many have voted.</summary>
/// <param name="OpenedOn">The day on which the box was opened.</param>
/// <param name="ClosedOn">The day on which it was closed.</param>
/// <param name="Voted">How many of those expected have voted.</param>
/// <param name="Needed">How many must: more than half, unless a jurisdiction has set another share (TWS-7.4).</param>
public sealed record BallotTurnout(LocalDate OpenedOn, LocalDate? ClosedOn, int Voted, int Needed);

/// <summary>One member's part of an appraisal: seen by himself, by those who lead the branch, and by those above it.</summary>
/// <param name="AppraisalId">The appraisal.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">What he is called.</param>
/// <param name="StudiedOn">The last day on which he took part in study and education.</param>
/// <param name="SelfEvaluation">His self-evaluation.</param>
/// <param name="Criticism">What was said of him.</param>
/// <param name="Voted">Whether he has voted; none before the box is opened. What he voted is stored nowhere.</param>
/// <param name="Ballot">What the ballots said of him, as counts; none before the box is closed.</param>
/// <param name="Opinion">What the organization thinks of him.</param>
/// <param name="Objections">His objections with their answers.</param>
/// <param name="Exceptions">From which steps he is excepted, and why.</param>
/// <param name="Handling">What follows.</param>
/// <param name="Next">What the caller can do next for him.</param>
/// <param name="Version">Counts the changes; <c>If-Match</c> names it.</param>
public sealed record AppraisedMemberAnswer(
    Id<Appraisal> AppraisalId, Id<Person> PersonId, string Name, LocalDate? StudiedOn, SelfEvaluation? SelfEvaluation, AppraisalCriticism? Criticism, bool? Voted, BallotResultAnswer? Ballot, AppraisalOpinion? Opinion,
    IReadOnlyList<AppraisalObjection> Objections, IReadOnlyList<AppraisalException> Exceptions, AppraisalHandling? Handling, IReadOnlyList<PossibleStep> Next, int Version) : Answer, IVersioned
{
    internal static async Task<AppraisedMemberAnswer> Of(AppraisalInReach found, AppraisedMember m, Caller caller, PartyOrgContext db, CancellationToken cancellation)
    {
        var name = await db.Persons.Where(p => p.Id == m.PersonId).Select(p => p.Name).SingleAsync(cancellation);
        bool? voted = found.Appraisal.BoxOpenedOn is null ? null : await db.BallotMarks.AnyAsync(b => b.AppraisalId == m.AppraisalId && b.PersonId == m.PersonId && b.Voted, cancellation);
        var ballot = (await db.BallotResults(found.Appraisal, m.PersonId, cancellation)).GetValueOrDefault(m.PersonId);
        return Of(found, m, name, voted, ballot, caller);
    }

    internal static AppraisedMemberAnswer Of(AppraisalInReach found, AppraisedMember m, string name, bool? voted, BallotResult? ballot, Caller caller) => new(
        m.AppraisalId, m.PersonId, name, m.StudiedOn, m.SelfEvaluation, m.Criticism, voted, found.Appraisal.BoxClosedOn is null ? null : BallotResultAnswer.Of(ballot, found.Appraisal.FewestBrokenDown, caller.Language), m.Opinion, m.Objections,
        m.Exceptions, m.Handling,
        [.. Appraisal.Procedure.NextFor(found.Appraisal.Status, found.StandingTo(m.PersonId, caller)).Where(s => OfOneMember.Contains(s.OperationId))], m.Version);

    private static readonly HashSet<string> OfOneMember =
        ["recordAppraisalException", "fileSelfEvaluation", "recordAppraisalCriticism", "recordAppraisalOpinion", "fileAppraisalObjection", "answerAppraisalObjection", "recordAppraisalHandling"];
}

/// <summary>What the ballots said of a member: counts only, and none where they are too few (TWS-7.4).</summary>
/// <param name="Ballots">How many ballots rated him.</param>
/// <param name="Counts">How often each rating was given; none where too few ballots rated him: fewer than five, unless a jurisdiction has set another number (TWS-7.4).</param>
/// <param name="Explanation">The same in words, in the caller's language.</param>
public sealed record BallotResultAnswer(int Ballots, IReadOnlyList<RatingCount>? Counts, string Explanation)
{
    internal static BallotResultAnswer Of(BallotResult? result, int fewest, Language language)
    {
        var of = result ?? new(0, null);
        var text = of.Counts is null
            ? new Text($"{of.Ballots} ballots: fewer than {fewest} are not broken down (TWS-7.4).", $"共 {of.Ballots} 票，不足 {fewest} 票，不公布明细（TWS-7.4）。")
            : new Text(
                $"{of.Ballots} ballots: {string.Join(", ", of.Counts.Select(c => $"{AppraisalLabels.Grades[c.Key].Label.En.ToLowerInvariant()} {c.Value}"))} (TWS-7.4).",
                $"共 {of.Ballots} 票：{string.Join("，", of.Counts.Select(c => $"{AppraisalLabels.Grades[c.Key].Label.Zh} {c.Value}"))}（TWS-7.4）。");
        return new(of.Ballots, of.Counts?.Select(c => new RatingCount(c.Key, c.Value)).ToList(), text.In(language));
    }
}

/// <summary>How often a rating was given.</summary>
/// <param name="Rating">The rating.</param>
/// <param name="Ballots">On how many ballots.</param>
public sealed record RatingCount(MemberGrade Rating, int Ballots);
