using NodaTime;
using PartyOrg.Domain.Compliance;
using PartyOrg.Domain.Compliance.Checks;
using PartyOrg.Domain.Results;
using PartyOrg.Domain.RuleBooks;

namespace PartyOrg.Domain.RulePacks;

/// <summary>Refusals of rule packs.</summary>
public static class RulePackErrors
{
    /// <summary>Not there, or not adopted and out of the caller's scope.</summary>
    public static Error NotFound { get; } = Error.NotFound("rule-pack-not-found",
        "There is no such rule pack in your scope. GET /api/v1/rule-packs lists them.", "在您的权限范围内没有该规则包。请通过 GET /api/v1/rule-packs 查询。");

    /// <summary>Only an organization with a level lays down rules (REG-18).</summary>
    public static Error NotAJurisdiction { get; } = Error.RuleBroken("REG-18", "rule-pack-not-a-jurisdiction",
        "Rules for a subtree are laid down by a territorial committee of a city, county or town. Choose one.", "规则包只能由市、县、乡镇一级的地方党组织制定。请选择地方党组织。");

    /// <summary>No file, or too many.</summary>
    public static Error WrongNumberOfFiles { get; } = Invalid("file-count", $"A pack has 1 to {PackReader.MostFiles} files.", $"规则包应有 1 至 {PackReader.MostFiles} 个文件。");

    /// <summary>The file lies in no folder that a pack has.</summary>
    public static Error UnknownFolder(string name, IEnumerable<string> folders) => Invalid("unknown-folder",
        $"\"{name}\" lies in no folder of a pack. Name it with one of these folders, a slash and its name: {string.Join(", ", folders)}.", $"“{name}”不在规则包的文件夹中。文件名应为以下文件夹之一加斜杠和名称：{string.Join("、", folders)}。");

    /// <summary>Two files have one name.</summary>
    public static Error FileTwice(string name) => Invalid("file-twice", $"The file {name} stands twice. Keep one of them.", $"文件 {name} 重复出现。请只保留一个。");

    /// <summary>The book's id is not one.</summary>
    public static Error BadBookId(string id) => Invalid("bad-book-id", $"\"{id}\" cannot be a book's id. Write 2 to 10 capital letters and digits, a letter first.", $"“{id}”不能作为规则集编号。请使用2至10个大写字母和数字，首位为字母。");

    /// <summary>Something that is known already has the name.</summary>
    public static Error NameTaken(string name) => Invalid("name-taken", $"\"{name}\" is the name of something that is known already. Choose another one.", $"“{name}”已被使用。请另选名称。");

    /// <summary>A rule of the pack cites a book that is not the pack's.</summary>
    public static Error ForeignBook(string rule, string book) => Invalid("foreign-book",
        $"{rule} cites the book {book}, which is not in this pack. Add Books/{book}.json, or change the parameters of a rule that is there with a file in Overlays.",
        $"{rule} 引用的规则集 {book} 不在本规则包中。请添加 Books/{book}.json；如要调整已有规则的参数，请在 Overlays 中添加文件。");

    /// <summary>A rule of the pack asks nothing that is judged.</summary>
    public static Error NothingJudged(string rule) => Invalid("nothing-judged",
        $"{rule} has no check, and what refuses a command is code, not data. Give it a check.", $"{rule} 没有检查；约束性规则由程序执行，不能由规则包制定。请补上检查。");

    /// <summary>A rule's or kind's name is not one.</summary>
    public static Error BadName(string name) => Invalid("bad-name",
        $"\"{name}\" cannot be a name here. A rule's id is its book's, a hyphen and up to 20 letters, digits and dots; a kind's name is up to 40 letters and digits, a small letter first.",
        $"“{name}”不能作为名称。规则编号由规则集编号、连字符和至多20个字母、数字或点组成；类别名称为至多40个字母和数字，首位为小写字母。");

    /// <summary>A day in the file lies outside of what the product reckons with.</summary>
    public static Error DayInFile(LocalDate day) => Invalid("day-out-of-range",
        $"{day.Iso()} lies outside of {DutyPeriod.FirstDay.Iso()} to {DutyPeriod.LastDay.Iso()}. Correct it; an example covers at most {PackReader.MostYears} years.",
        $"{day.Iso()} 不在 {DutyPeriod.FirstDay.Iso()} 至 {DutyPeriod.LastDay.Iso()} 之间。请改正；每个示例至多 {PackReader.MostYears} 年。");

    /// <summary>The pack has too many examples.</summary>
    public static Error TooManyExamples { get; } = Invalid("too-many-examples", $"A pack has at most {PackReader.MostExamples} examples. Keep those that show a boundary.", $"规则包至多 {PackReader.MostExamples} 个示例。请保留体现边界的示例。");

    /// <summary>A parameter of a rule is changed twice.</summary>
    public static Error OverlayTwice(string rule) => Invalid("overlay-twice", $"{rule} is changed by two files. Make one of them.", $"{rule} 由两个文件调整。请合并为一个。");

    /// <summary>The kind of evidence is recorded by another operation than it says.</summary>
    public static Error WrongOperation(string kind, string operation) => Invalid("wrong-operation",
        $"Work of the kind \"{kind}\" goes through the operation {operation}. Write that.", $"“{kind}”类工作通过操作 {operation} 登记。请填写该操作。");

    /// <summary>No kind of activity yields the kind of evidence.</summary>
    public static Error NobodyRecords(string kind) => Invalid("nobody-records",
        $"No activity of this pack yields \"{kind}\", so nobody could ever record it. Add a file in ActivityKinds.", $"本规则包没有产生“{kind}”的活动类别，无人能够登记。请在 ActivityKinds 中添加文件。");

    /// <summary>The kind of activity yields evidence that another book counts.</summary>
    public static Error ForeignEvidence(string kind, string evidence) => Invalid("foreign-evidence",
        $"The activity \"{kind}\" yields \"{evidence}\", which this pack does not declare. Add EvidenceKinds/{evidence}.json; what other books count is recorded as they say.",
        $"活动“{kind}”产生的“{evidence}”未在本规则包中声明。请添加 EvidenceKinds/{evidence}.json；其他规则集认定的工作按其规定登记。");

    /// <summary>Work that goes through an activity names nothing that it is for.</summary>
    public static Error NamesNothing(string kind) => Invalid("names-nothing",
        $"Work of the kind \"{kind}\" goes through an activity, which names no period and no event that it is for, so that nothing would ever count. Leave \"namesWhatItIsFor\" out.",
        $"“{kind}”类工作通过活动登记，而活动不注明所属周期或事项，永远无法计入。请删除“namesWhatItIsFor”。");

    /// <summary>Work that goes through an activity comes from a meeting.</summary>
    public static Error ForeignSource(string kind) => Invalid("foreign-source",
        $"Work of the kind \"{kind}\" goes through an activity and has no other source. Leave \"source\" out.", $"“{kind}”类工作通过活动登记，没有其他来源。请删除“source”。");

    /// <summary>The file names something that is nowhere.</summary>
    public static Error UnknownReference(string name, string folder) => Invalid("unknown-reference",
        $"\"{name}\" is neither known nor in this pack. Add a file in {folder}, or correct the name.", $"“{name}”既不存在，也不在本规则包中。请在 {folder} 中添加文件，或改正名称。");

    /// <summary>A kind of evidence tells of its own breach, by itself or by way of another.</summary>
    public static Error BreachInCircle(string kind, string other) => Invalid("breach-in-circle",
        $"\"{kind}\" is told to be broken by \"{other}\", and that by \"{kind}\": both would be broken for ever. Name a kind that tells of the breach and of nothing else.",
        $"“{kind}”由“{other}”反映违规，而后者又由“{kind}”反映违规，形成循环。请使用只反映违规的类别。");

    /// <summary>The overlay makes no check out of a version that is in force then.</summary>
    public static Error DoesNotFit(string rule, LocalDate version, Error fault) => Error.Invalid(fault.Code,
        $"The change of {rule} does not fit its version of {version.Iso()}: {fault.Message.En}", $"对 {rule} 的调整不适用于其 {version.Iso()} 版本：{fault.Message.Zh}", $"/{rule}{fault.Pointer}");

    /// <summary>A rule's sentence may say what is asked no longer (REG-18).</summary>
    public static Advice SentenceStays(Rule rule) => new("REG-18", new(
        $"{rule.Id} is still called \"{rule.Title.En}\" with its changed parameters. Where that is not so any more, upload the overlay with a \"title\" in both languages.",
        $"调整参数后，{rule.Id} 的名称仍为“{rule.Title.Zh}”。如名称与调整后的要求不符，请在上传的调整文件中写明中英文“title”。"));

    /// <summary>It asks less than the jurisdictions above, and none of them has authorised it (REG-19).</summary>
    public static Error Loosens(IReadOnlyList<Loosening> what)
    {
        var rules = what.DistinctBy(l => l.RuleId).ToList();
        return Error.RuleBroken("REG-19", "rule-pack-loosens",
            $"It asks less than the jurisdictions above, or what cannot be compared: {string.Join(", ", rules.Select(l => $"{l.RuleId} ({(l.Strictness == Strictness.Looser ? "looser" : "not comparable")})"))}. Ask an officer of a jurisdiction above to authorise it, or ask for more.",
            $"其要求低于上级，或无法比较：{string.Join("、", rules.Select(l => $"{l.RuleId}（{(l.Strictness == Strictness.Looser ? "放宽" : "无法比较")}）"))}。请由上级党组织的工作人员授权，或提高要求。");
    }

    /// <summary>Whoever authorises holds his office above the jurisdiction (REG-19).</summary>
    public static Error NotAbove { get; } = Error.RuleBroken("REG-19", "rule-pack-authorised-from-below",
        "What a jurisdiction asks is loosened by itself or by those above it, never from below, and none authorises itself. Ask an officer of the jurisdiction that the preview names, or of one above it.",
        "对某一党组织要求的放宽，只能由其本身或其上级授权，制定规则的党组织不得自行授权。请由预览所列党组织或其上级的工作人员授权。");

    /// <summary>There is nothing to authorise (REG-19).</summary>
    public static Error NothingToAuthorise { get; } = Error.RuleBroken("REG-19", "rule-pack-loosens-nothing",
        "It asks no less than the jurisdictions above, so there is nothing to authorise. It can be adopted.", "其要求不低于上级，无须授权，可以直接采用。");

    /// <summary>The day lies outside of what the product reckons with.</summary>
    public static Error DayOutOfRange { get; } = Error.Invalid("rule-pack-day-out-of-range",
        $"The day must lie from {DutyPeriod.FirstDay.Iso()} to {DutyPeriod.LastDay.Iso()}.", $"日期应在 {DutyPeriod.FirstDay.Iso()} 至 {DutyPeriod.LastDay.Iso()} 之间。");

    /// <summary>The jurisdiction did not exist on the day (REG-20).</summary>
    public static Error NotYetFounded(LocalDate day) => Error.RuleBroken("REG-20", "rule-pack-before-its-jurisdiction",
        $"The jurisdiction did not exist on {day.Iso()}; its rules cannot bind earlier than it.", $"{day.Iso()} 时该党组织尚不存在，其规则不能更早施行。");

    /// <summary>The step does not follow from how far the pack is (REG-20).</summary>
    public static Error WrongStep(RulePackStatus status) => Error.RuleBroken("REG-20", "rule-pack-step-out-of-order",
        status switch
        {
            RulePackStatus.Uploaded => "The pack was not adopted. Adopt it first.",
            RulePackStatus.Adopted => "The pack has been adopted. Its text stays as it is; withdraw it, and upload another one.",
            _ => "The pack has been withdrawn. Upload another one.",
        },
        status switch
        {
            RulePackStatus.Uploaded => "该规则包尚未采用。请先采用。",
            RulePackStatus.Adopted => "该规则包已经采用，内容不再变更。如需变更，请撤回后另行上传。",
            _ => "该规则包已经撤回。请另行上传。",
        });

    /// <summary>A new book binds from its own first day in force at the earliest (REG-20).</summary>
    public static Error BeforeItsTime(LocalDate inForceFrom) => Error.RuleBroken("REG-20", "rule-pack-before-its-time",
        $"A book of the pack is in force from {inForceFrom.Iso()}; it cannot bind earlier.", $"规则包中的规则集自 {inForceFrom.Iso()} 起施行，不能更早采用。");

    /// <summary>An adopted pack ends on a day (REG-20).</summary>
    public static Error LastDayMissing { get; } = Error.RuleBroken("REG-20", "rule-pack-last-day-missing", "The pack binds. Say the last day on which it does.", "该规则包正在施行。请填写最后施行日期。");

    /// <summary>A pack that was never adopted has no last day (REG-20).</summary>
    public static Error NeverBound { get; } = Error.RuleBroken("REG-20", "rule-pack-never-bound", "The pack never bound anybody, so it has no last day. Leave it out.", "该规则包从未施行，没有最后施行日期。请不要填写。");

    /// <summary>It would end before it begins (REG-20).</summary>
    public static Error EndsBeforeItBegins(LocalDate from) => Error.RuleBroken("REG-20", "rule-pack-ends-before-it-begins",
        $"The pack binds from {from.Iso()}. Its last day is {from.PlusDays(-1).Iso()} at the earliest, which undoes it altogether.", $"该规则包自 {from.Iso()} 起施行。最后施行日期最早为 {from.PlusDays(-1).Iso()}，即全部撤销。");

    /// <summary>A kind of activity is used where its pack binds (REG-20).</summary>
    public static Error KindNotAdopted(string kind, LocalDate day) => Error.RuleBroken("REG-20", "activity-kind-not-adopted",
        $"Activities of the kind \"{kind}\" belong to a rule pack that does not bind the organization on {day.Iso()}. GET /api/v1/activity-kinds lists the kinds.", $"“{kind}”类活动属于规则包，而该规则包在 {day.Iso()} 不适用于该组织。请通过 GET /api/v1/activity-kinds 查询。");

    /// <summary>A kind of activity belongs to a pack that this version of the product cannot read (REG-20).</summary>
    public static Error KindUnreadable(string kind) => Error.RuleBroken("REG-20", "activity-kind-unreadable",
        $"The kind \"{kind}\" belongs to a rule pack that this version of the product cannot read. What was recorded stays as it is until it can be read again. Ask whoever runs the product: its log names the pack and what is wrong with it.",
        $"“{kind}”类活动属于当前版本无法读取的规则包。在恢复读取之前，已登记的内容保持不变。请联系系统运维人员：日志中列有该规则包及原因。");

    private static Error Invalid(string code, string en, string zh) => Error.Invalid($"rule-pack-{code}", en, zh);
}
