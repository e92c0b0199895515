using NodaTime;
using PartyOrg.Domain.Accounts;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Names;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.AdmonitionTalks;

/// <summary>A ground with its facts.</summary>
/// <param name="Ground">Which ground.</param>
/// <param name="Facts">What happened, when and where, 1 to 2000 characters; of a computed ground a remark, which may be missing.</param>
/// <param name="Effect">Which influence or effect it had, 1 to 1000 characters, where the ground names one (TWS-10.1b).</param>
/// <param name="Computed">The facts that the product found, for a computed ground.</param>
public sealed record GroundOfCase(Ground Ground, string? Facts, string? Effect, IReadOnlyList<TriggerFact> Computed)
{
    /// <summary>The longest facts, in characters.</summary>
    public const int FactsLength = 2000;

    /// <summary>The longest effect, in characters.</summary>
    public const int EffectLength = 1000;
}

/// <summary>What was agreed with the member.</summary>
/// <param name="ToldOn">The day on which he was told.</param>
/// <param name="On">The day of the talk.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Place">Where.</param>
/// <param name="Requirements">How he is to prepare.</param>
/// <param name="RecorderId">Who is appointed to take the record.</param>
public sealed record TalkArrangement(LocalDate ToldOn, LocalDate On, LocalTime StartsAt, string Place, string Requirements, Id<Person> RecorderId)
{
    /// <summary>The longest place, in characters.</summary>
    public const int PlaceLength = 200;

    /// <summary>The longest requirements, in characters.</summary>
    public const int RequirementsLength = 1000;
}

/// <summary>The record of the talk, with its three contents (TWS-10.3). What was left out is missing.</summary>
/// <param name="HeldOn">When it was held.</param>
/// <param name="Problem">The main problem and the matters to watch, as they were pointed out.</param>
/// <param name="Education">The criticism and education, with the term and the requirements for mending.</param>
/// <param name="Direction">The direction, and the measures for mending that were drawn up together.</param>
/// <param name="Attitude">How the member took it.</param>
public sealed record TalkRecord(LocalDate HeldOn, string? Problem, string? Education, string? Direction, string? Attitude)
{
    /// <summary>The longest part, in characters.</summary>
    public const int PartLength = 4000;

    /// <summary>Remarks on the contents that are missing (TWS-10.3).</summary>
    public IEnumerable<Advice> Advices =>
        from part in new (string? Said, Text Name)[]
        {
            (Problem, new("the main problem and the matters to watch", "主要问题和应注意的事项")),
            (Education, new("criticism and education with the term and requirements for mending", "批评教育及整改期限、要求")),
            (Direction, new("the direction and the measures for mending", "努力方向和整改措施")),
        }
        where string.IsNullOrWhiteSpace(part.Said)
        select new Advice("TWS-10.3", new($"The talk should also contain {part.Name.En}. Talk about it with the member, and write it into the record of the follow-up.", $"谈话内容还应包括{part.Name.Zh}。请与本人补谈，并写入跟踪记录。"));
}

/// <summary>What the member is to mend.</summary>
/// <param name="Requirements">By the nature of the problem and his attitude.</param>
/// <param name="Term">The last day for it, itself included.</param>
/// <param name="SetOn">When they were set.</param>
public sealed record MendingRequirements(string Requirements, LocalDate Term, LocalDate SetOn);

/// <summary>What the person who follows up found.</summary>
/// <param name="On">On which day.</param>
/// <param name="Found">What he found.</param>
public sealed record FollowUp(LocalDate On, string Found);

/// <summary>What the member says himself.</summary>
/// <param name="On">On which day.</param>
/// <param name="Text">His words.</param>
public sealed record MemberStatement(LocalDate On, string Text);

/// <summary>How the case ended.</summary>
/// <param name="On">On which day.</param>
/// <param name="Assessment">What has changed; where it has, that he was affirmed and encouraged.</param>
/// <param name="Handling">The handling that the organization proposes where nothing clear has changed.</param>
public sealed record AdmonitionOutcome(LocalDate On, string Assessment, string? Handling);

/// <summary>The length of free texts of a case.</summary>
public static class AdmonitionTexts
{
    /// <summary>The longest text, in characters.</summary>
    public const int Length = 4000;

    /// <summary>What is wrong with the text; none when it is well.</summary>
    public static Error? FaultIn(string text) => FreeText.FaultIn(text, Length);
}
