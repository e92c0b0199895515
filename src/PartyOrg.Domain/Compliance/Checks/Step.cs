using NodaTime;
using PartyOrg.Domain.Results;

namespace PartyOrg.Domain.Compliance.Checks;

/// <summary>The sentences that tell what to do next, which most shapes share.</summary>
internal static class Step
{
    /// <summary>Before the period: plan so much for it.</summary>
    public static NextStep Plan(EvidenceKind evidence, Text more, Slot slot)
    {
        var (name, from, to) = (slot.Period.Name, slot.Period.From.Iso(), slot.DueOn.Iso());
        return slot.Period.Length is null
            ? new(new($"Plan {more.En} for the days from {from} to {to}.", $"请为{from}至{to}安排{more.Zh}。"), evidence.PlannedBy ?? evidence.RecordedBy, evidence.Name)
            : new(new($"Plan {more.En} for {name.En}, from {from} to {to}.", $"请为{name.Zh}（{from}至{to}）安排{more.Zh}。"), evidence.PlannedBy ?? evidence.RecordedBy, evidence.Name);
    }

    /// <summary>While there is time: do it by the due day.</summary>
    public static NextStep Do(EvidenceKind evidence, Text more, LocalDate dueOn, int missing) => new(
        new($"{Capital(evidence.Act.En)} {more.En} by {dueOn.Iso()} and record {(missing == 1 ? "it" : "them")}.", $"请在{dueOn.Iso()}（含当日）前{evidence.Act.Zh}{more.Zh}并予以记录。"),
        evidence.RecordedBy,
        evidence.Name);

    /// <summary>After the due day, while late work still counts: do it now.</summary>
    public static NextStep DoLate(EvidenceKind evidence, Text more, LocalDate dueOn, int missing) => new(
        new($"It was due on {dueOn.Iso()}. {Capital(evidence.Act.En)} {more.En} now and record {(missing == 1 ? "it" : "them")}; it will be met late.",
            $"应于{dueOn.Iso()}（含当日）前完成。请尽快{evidence.Act.Zh}{more.Zh}并予以记录，将按逾期完成计入。"),
        evidence.RecordedBy,
        evidence.Name);

    /// <summary>When nothing that is done now can count: record what was done in time, or ask for a waiver.</summary>
    public static NextStep TooLate(EvidenceKind evidence, Text more, Slot slot, int missing)
    {
        var (name, last) = (slot.Period.Name, slot.Window.To!.Value.Iso());
        var whole = slot.Period.Length is not null && slot.Window.To == slot.Period.To;
        return new(
            new((whole ? $"{Capital(name.En)} ended on {last}" : $"The time in which work counts ended on {last}") + $", and work done since does not count for it. If {more.En} "
                + (missing == 1 ? "belongs to it and is not on record, record it with its own date" : "belong to it and are not on record, record them with their own dates")
                + "; otherwise ask the superior for a waiver.",
                (whole ? $"{name.Zh}已于{last}结束，此后的工作不计入该周期。" : $"可计入的时间已于{last}结束，此后的工作不再计入。") + $"如该周期内尚有{more.Zh}未记录，请按实际日期补记；否则可请上级豁免。"),
            evidence.RecordedBy,
            evidence.Name);
    }

    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
