using NodaTime;
using PartyOrg.Application.Units;
using PartyOrg.Domain;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Units;

namespace PartyOrg.WebApi.Sample;

/// <summary>The units of the sample town: those in which the members of its register work, by code or by name, and some that no organization covers.</summary>
internal static class SampleUnits
{
    private const string Park = "青河纺织产业园";

    private static readonly (string Name, UnitKind Kind, string? Code, Industry Industry, string? Park, int Employees, string? Branch, CoverageForm Form)[] All =
    [
        ("华星纺织有限公司", UnitKind.Enterprise, "91990101007000137J", Industry.Manufacturing, Park, 260, "QH-0101", CoverageForm.Own),
        ("瑞丰染整有限公司", UnitKind.Enterprise, "919901010070002743", Industry.Manufacturing, Park, 120, "QH-0102", CoverageForm.Own),
        ("青河制线厂", UnitKind.Enterprise, null, Industry.Manufacturing, Park, 45, "QH-0103", CoverageForm.Joint),
        ("顺达包装有限公司", UnitKind.Enterprise, null, Industry.Manufacturing, Park, 38, "QH-0103", CoverageForm.Joint),
        ("远航物流股份有限公司", UnitKind.Enterprise, "91990101007000548D", Industry.Transport, null, 180, "QH-02", CoverageForm.Own),
        ("博爱民办养老院", UnitKind.PrivateNonEnterprise, null, Industry.Health, null, 55, "QH-04", CoverageForm.Own),
        ("新星教育培训中心", UnitKind.PrivateNonEnterprise, null, Industry.Education, null, 40, "QH-05", CoverageForm.Own),
        ("青河建材商行", UnitKind.IndividualBusiness, null, Industry.Trade, null, 12, null, CoverageForm.Attached),
        ("恒通电子有限公司", UnitKind.Enterprise, null, Industry.Manufacturing, null, 85, null, CoverageForm.Attached),
    ];

    /// <summary>Registers the units, before the register of members names them.</summary>
    public static async Task<IReadOnlyList<UnitAnswer>> Register(SampleHands hands, Asker officer, Id<Organization> town, LocalDate from)
    {
        var units = new List<UnitAnswer>();
        foreach (var unit in All) units.Add(await hands.As(officer, new RegisterUnit(unit.Name, unit.Kind, town, from, unit.Code, OperationState.InOperation, unit.Industry, Park: unit.Park)));
        return units;
    }

    /// <summary>Surveys them, and says which organization covers them: nobody counts the members whom the register knows.</summary>
    public static async Task Survey(SampleHands hands, Asker officer, IReadOnlyList<UnitAnswer> units, Func<string, Task<(Id<Organization> Id, LocalDate FoundedOn)>> branchOf, LocalDate today)
    {
        foreach (var (unit, told) in units.Zip(All))
        {
            // Two whom no register holds, in the one unit that nobody covers and somebody should.
            var pocket = told is { Branch: null, Kind: UnitKind.Enterprise } ? 2 : (int?)null;
            var surveyed = await hands.As(officer, new SurveyUnit(unit.Id, new(today, Employees: told.Employees, PartyMembers: pocket, FormalMembers: pocket), new(unit.Version)));
            if (told.Branch is null) continue;
            var branch = await branchOf(told.Branch);
            await hands.As(officer, new CoverUnit(unit.Id, branch.Id, told.Form, null, branch.FoundedOn, null, new(surveyed.Version)));
        }
    }
}
