using NodaTime;
using PartyOrg.Domain.Names;

namespace PartyOrg.Domain.Dues;

/// <summary>What a member lives on, and so on what his dues are computed (TWS-D1).</summary>
public enum IncomeKind
{
    /// <summary>The regular monthly wage after tax (每月固定的税后工资收入).</summary>
    MonthlyWage,

    /// <summary>A yearly salary (年薪制): what was actually received in the month. Each month is recorded by itself.</summary>
    YearlySalary,

    /// <summary>Not paid by the month (不按月取得收入): the monthly average net income of the previous quarter. It counts to the end of the quarter in which its first month lies.</summary>
    QuarterlyNetIncome,

    /// <summary>Retired: the pension (离退休费).</summary>
    Retired,

    /// <summary>Farmer (农民): an amount between the least and the most of the table, agreed with the branch.</summary>
    Farmer,

    /// <summary>Student (学生).</summary>
    Student,

    /// <summary>Laid off or out of work (下岗失业).</summary>
    LaidOff,

    /// <summary>Lives on relief or a pension for the bereaved (依靠抚恤或救济生活).</summary>
    Relief,
}

/// <summary>What can be said of each kind of income.</summary>
public static class IncomeKinds
{
    /// <summary>Its rows in the table of TWS-D1.</summary>
    public static string Rates(this IncomeKind kind) => kind switch
    {
        IncomeKind.MonthlyWage or IncomeKind.YearlySalary or IncomeKind.QuarterlyNetIncome => "wage",
        IncomeKind.Retired => "retired",
        IncomeKind.Farmer => "farmer",
        _ => "withoutIncome",
    };

    /// <summary>Whether an amount of income goes with it; a farmer's amount is the dues that were agreed.</summary>
    public static bool HasAmount(this IncomeKind kind) => kind.Rates() != "withoutIncome";

    /// <summary>The last month for which a base of this kind counts; none where it counts until another one is recorded.</summary>
    public static YearMonth? LastMonth(this IncomeKind kind, YearMonth from) => kind switch
    {
        IncomeKind.YearlySalary => from,
        IncomeKind.QuarterlyNetIncome => from.PlusMonths(2 - (from.Month - 1) % 3),
        _ => null,
    };
}

/// <summary>What the codes of dues are called.</summary>
public static class DuesLabels
{
    /// <summary>Kinds of income.</summary>
    public static CodeList<IncomeKind> Incomes { get; } = new(
        new(IncomeKind.MonthlyWage, "Monthly wage", "按月工资"),
        new(IncomeKind.YearlySalary, "Yearly salary", "年薪"),
        new(IncomeKind.QuarterlyNetIncome, "Quarterly net income", "季度纯收入"),
        new(IncomeKind.Retired, "Retired", "离退休", "离退休费"),
        new(IncomeKind.Farmer, "Farmer", "农民"),
        new(IncomeKind.Student, "Student", "学生"),
        new(IncomeKind.LaidOff, "Laid off", "下岗失业"),
        new(IncomeKind.Relief, "Relief", "抚恤救济"));

    /// <summary>Sorts of entry in the ledger.</summary>
    public static CodeList<DuesEntrySort> Sorts { get; } = new(
        new(DuesEntrySort.Assessment, "Assessment", "核定"),
        new(DuesEntrySort.Payment, "Payment", "交纳"),
        new(DuesEntrySort.Waiver, "Waiver", "减免"),
        new(DuesEntrySort.Reason, "Reason recorded", "事由登记"));

    /// <summary>How a member's month stands.</summary>
    public static CodeList<DuesStatus> Statuses { get; } = new(
        new(DuesStatus.NothingOwed, "Nothing owed", "无应交"),
        new(DuesStatus.Due, "Due", "待交"),
        new(DuesStatus.Overdue, "Overdue", "逾期未交清"),
        new(DuesStatus.Paid, "Paid", "已交清"),
        new(DuesStatus.PaidLate, "Paid late", "逾期交清"),
        new(DuesStatus.Waived, "Waived", "已减免"),
        new(DuesStatus.Overpaid, "Overpaid", "多交"));

    /// <summary>How far the books of a month are.</summary>
    public static CodeList<DuesMonthStatus> Months { get; } = new(
        new(DuesMonthStatus.Assessed, "Assessed", "已核定"),
        new(DuesMonthStatus.Reconciled, "Reconciled", "已对账"),
        new(DuesMonthStatus.HandedUp, "Handed up", "已上缴"),
        new(DuesMonthStatus.Received, "Received by the superior", "上级已签收"));
}
