using System.Reflection;
using System.Text.Json;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Procedures;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.ThreeMeetingsAndOneLesson;

namespace PartyOrg.Application.Compliance;

/// <summary>Whose the next step of a duty is: a verdict says what does it, whoever asks; a to-do list is somebody's, and names what he himself may do.</summary>
internal static class NextSteps
{
    private static readonly Lazy<Dictionary<string, Takers>> ByOperation = new(() =>
    {
        var takers = typeof(NextSteps).Assembly.GetTypes().Select(t => (t.Name, Allowed: t.GetCustomAttribute<AllowedToAttribute>())).Where(t => t.Allowed is not null)
            .ToDictionary(t => JsonNamingPolicy.CamelCase.ConvertName(t.Name), t => Takers.Of(t.Allowed!.Roles));

        // The request lets in whoever may have a part in some case; the step says whose it is.
        foreach (var step in Procedure.All.SelectMany(p => p.Drawn)) takers[step.Operation] = new(step.Roles, step.By);
        return takers;
    });

    /// <summary>The step, where one of the roles takes it; otherwise what it is, who takes it, and an operation that is open to him.</summary>
    /// <param name="next">The step as the verdict has it.</param>
    /// <param name="held">The roles over the organization of whoever is to do it.</param>
    /// <param name="kinds">The kinds of gathering, each of which says who records it.</param>
    /// <param name="otherwise">What shows the thing to somebody who does not take the step himself.</param>
    public static NextStep For(this NextStep next, Role held, ActivityKinds kinds, string otherwise)
    {
        var takers = next.OperationId is "recordMeeting" or "planMeeting" or "recordActivity" or "planActivity" or "recordPlannedMeeting"
            ? Takers.Of(kinds.All.Where(k => k.Evidence == next.EvidenceKind).Aggregate(Role.None, (all, k) => all | k.RecordedBy))
            : ByOperation.Value[next.OperationId];
        if ((takers.Roles & held) != 0) return next;
        return new(
            new($"{next.What.En} This is not for you to do but for: {takers.Who.En} ({next.OperationId}). Ask one of them.", $"{next.What.Zh}此项不由您本人办理，由{takers.Who.Zh}办理（{next.OperationId}），请与其联系。"),
            otherwise, next.EvidenceKind);
    }

    private sealed record Takers(Role Roles, Text Who)
    {
        public static Takers Of(Role roles)
        {
            var names = Enum.GetValues<Role>().Where(r => r.IsOne() && (roles & r) != 0).Select(r => AccountLabels.Roles[r].Label).ToList();
            return new(roles, new(string.Join(", ", names.Select(n => char.ToLowerInvariant(n.En[0]) + n.En[1..])), string.Join("、", names.Select(n => n.Zh))));
        }
    }
}
