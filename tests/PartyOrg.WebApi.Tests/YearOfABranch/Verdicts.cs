namespace PartyOrg.WebApi.Tests.YearOfABranch;

/// <summary>How the year must look in the end, as a person reads the regulation: not computed from anything.</summary>
internal static class Verdicts
{
    private static readonly string[] Months = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];
    private static readonly string[] Quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
    private static readonly string[] HalfYears = ["2025-H1", "2025-H2"];

    public static IReadOnlyList<string> WrittenByHand { get; } =
    [
        "TWS-1.1 2023-01-01/2026-01-31 met",
        "TWS-1.4a 2025 met",
        "TWS-1.4b 2025-Q1 met", "TWS-1.4b 2025-Q2 met", "TWS-1.4b 2025-Q3 metLate", "TWS-1.4b 2025-Q4 met",
        .. Months.Select(m => $"TWS-1.4c {m} {(m == "2025-11" ? "overdue" : "met")}"),
        "TWS-1.4e 2025 met",
        "TWS-1.4e.2 2025 met",
        "TWS-1.4g 2025-Q1 met", "TWS-1.4g 2025-Q2 met", "TWS-1.4g 2025-Q3 overdue", "TWS-1.4g 2025-Q4 met",
        .. Quarters.Select(q => $"TWS-1.5 {q} met"),
        "TWS-1.6a 2025 met",
        "TWS-1.6b 2025 met",
        "TWS-1.7 2025 met",
        "TWS-2.2 2023-01-01/2026-01-31 met",
        "TWS-2.3 2025 met",
        .. Months.Select(m => $"TWS-3.1 {m} met"),
        .. Months.Select(m => $"TWS-3.2 {m} met"),
        .. Quarters.Select(q => $"TWS-3.3 {q} met"),
        .. HalfYears.Select(h => $"TWS-3.4 {h} met"),
        .. HalfYears.Select(h => $"TWS-4.1 {h} met"),
        "TWS-4.4b 2025-06-24/2025-06-25 met",
        .. Months.Select(m => $"TWS-5.3a {m} {(m == "2025-10" ? "overdue" : "met")}"),
        .. HalfYears.Select(h => $"TWS-5.3b {h} met"),
        .. Months.Select(m => $"TWS-6.3a {m} met"),
        .. HalfYears.Select(h => $"TWS-6.3b {h} met"),
        "TWS-6.4 2025 met",
        "TWS-6.5 2025 met",
        "TWS-6.6 2023-01-01/2025-01-09 metLate", "TWS-6.6 2025-01-10/2026-01-31 met",
        "TWS-6.7 2025 met",
        "TWS-6.8 2025 met",
        "TWS-7.1 2025 met",
        "TWS-8.4a 2023-01-01/2025-03-27 metLate", "TWS-8.4a 2025-03-28/2026-01-09 met",
        "TWS-8.4c 2025-06-30/2025-07-15 met",
        "TWS-8.5 2025-03-05/2025-03-20 met",
        "TWS-9.1 2025 overdue",
        .. HalfYears.Select(h => $"TWS-9.2.1 {h} met"),
        .. HalfYears.Select(h => $"TWS-9.2.2 {h} met"),
        "TWS-9.2.3 2025-Q1 met", "TWS-9.2.3 2025-Q2 met", "TWS-9.2.3 2025-Q3 overdue", "TWS-9.2.3 2025-Q4 met",
        .. HalfYears.Select(h => $"TWS-9.2.4 {h} met"),
        "TWS-9.2.5 2025 met",
        "TWS-9.2.7 2025-07-01/2025-08-30 met",
    ];
}
