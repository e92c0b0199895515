using NodaTime;
using PartyOrg.Application.Jobs;
using PartyOrg.Application.Members;
using PartyOrg.Application.Pipeline;
using PartyOrg.Domain.Imports;
using PartyOrg.Domain.Members;
using PartyOrg.Domain.Organizations;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.Imports;

/// <summary>Reads the sheets of a register row by row and makes values of their cells, by the same value objects that commands use.</summary>
internal sealed class RegisterReading(ISpreadsheetReader reader, IPersonalDataProtector protector, JobProgress progress)
{
    public RegisterRows Read(IReadOnlyList<(string Name, PartsOfFile Content)> files, LocalDate today, CancellationToken cancellation)
    {
        var rows = new RegisterRows(IndexOf);
        var count = 0;
        foreach (var (name, content) in files)
        {
            string? sheet = null;
            Sheet? reading = null;
            foreach (var next in reader.Read(content, name, cancellation))
            {
                if (!next.Succeeded)
                {
                    rows.Findings.Add(new(next.Errors[0], name));
                    continue;
                }

                var row = next.Value;
                if (row.Sheet != sheet)
                {
                    reading?.End(rows);
                    (sheet, reading) = (row.Sheet, SheetLayout.IsExplanation(row.Sheet) ? null : new Sheet(row.Sheet));
                }

                if (reading?.Take(row, rows) is { } header) new Row(header, row, rows, today, IndexOf).Read();
                if (++count % 1_000 == 0) progress.Report(Math.Min(count, 200_000), 200_000, 0, 40);
            }

            reading?.End(rows);
        }

        if (rows.Findings.Count == 0 && rows.Organizations.Count + rows.Members.Count + rows.Posts.Count == 0) rows.Findings.Add(new(ImportErrors.NoRows));
        return rows;
    }

    private string IndexOf(IdentityNumber number) => Convert.ToBase64String(protector.BlindIndex(PersonalDataPurpose.IdentityNumber, number.Reveal()));

    // A sheet is known by its name, or by its headers; rows above the header are titles.
    private sealed class Sheet(string name)
    {
        private readonly IReadOnlyList<SheetLayout> candidates = RegisterSheets.All.FirstOrDefault(l => l.IsCalled(name)) is { } named ? [named] : RegisterSheets.All;
        private readonly HashSet<int> withoutHeader = [];
        private SheetHeader? header;

        public SheetHeader? Take(SheetRow row, RegisterRows rows)
        {
            if (header is not null)
            {
                foreach (var cell in header.WithoutHeader(row).Where(c => withoutHeader.Add(c.Column)))
                    rows.Advices.Add(new(ImportErrors.ColumnWithoutHeader(SheetCell.ColumnLetters(cell.Column)), row.Sheet, header.Row, cell.At(header.Row).Address));
                return header.Errors.Count == 0 ? header : null;
            }

            header = candidates.Select(l => l.HeaderIn(row)).OfType<SheetHeader>().OrderBy(h => h.Errors.Count).ThenByDescending(h => h.Found).FirstOrDefault();
            if (header is null) return null;
            rows.Findings.AddRange(header.Errors.Select(e => new Finding(e, row.Sheet, row.Number)));
            rows.Advices.AddRange(header.Unknown.Select(c => new Finding(ImportErrors.ColumnNotRead(header.Layout.Name, c.Text, SheetCell.ColumnLetters(c.Column)), row.Sheet, row.Number, c.Address, Shortened(c.Text))));
            return null;
        }

        public void End(RegisterRows rows)
        {
            if (header is null) rows.Findings.Add(new(ImportErrors.SheetUnknown(name), name));
        }
    }

    private static string? Shortened(string text) => text.Length == 0 ? null : text.Length <= 60 ? text : text[..60] + "…";

    private sealed class Row(SheetHeader header, SheetRow row, RegisterRows rows, LocalDate today, Func<IdentityNumber, string> indexOf)
    {
        private readonly RowPlace place = new(header, row.Sheet, row.Number);
        private bool isGood = true;

        public void Read()
        {
            if (header.Layout == RegisterSheets.Organizations) ReadOrganization();
            else if (header.Layout == RegisterSheets.Groups) ReadGroup();
            else if (header.Layout == RegisterSheets.Members) ReadMember();
            else ReadPost();
        }

        private void ReadOrganization()
        {
            var code = Value(RegisterSheets.Code, OrganizationCode.Of);
            var name = Value(RegisterSheets.Name, OrganizationName.Of);
            var type = Value(RegisterSheets.Type, Wrapped(RegisterCodes.Types.Parse));
            var superior = Value(RegisterSheets.Superior, OrganizationCode.Of);
            var founded = Day(RegisterSheets.FoundedOn, notInFuture: true);
            var level = Value(RegisterSheets.Level, Wrapped(RegisterCodes.Levels.Parse));
            var unit = Value(RegisterSheets.Unit, UnifiedSocialCreditCode.Of);
            if (isGood) rows.Organizations.Add(new(place, new(code!, name!, type!.Value, level?.Value, unit, founded!.Value), superior?.Value));
            else if (code is not null) rows.SpoiltCodes.Add(code.Value);
        }

        private void ReadGroup()
        {
            var code = Value(RegisterSheets.GroupCode, OrganizationCode.Of);
            var name = Value(RegisterSheets.GroupName, OrganizationName.Of);
            var branch = Value(RegisterSheets.BranchCode, OrganizationCode.Of);
            var founded = Day(RegisterSheets.FoundedOn, notInFuture: true);
            if (isGood) rows.Organizations.Add(new(place, new(code!, name!, OrganizationType.PartyGroup, null, null, founded!.Value), branch!.Value));
            else if (code is not null) rows.SpoiltCodes.Add(code.Value);
        }

        private void ReadMember()
        {
            var name = Value(RegisterSheets.PersonName, PersonName.Of);
            var identity = Value(RegisterSheets.Identity, IdentityNumber.Of, isPersonal: true);
            var phone = Value(RegisterSheets.Phone, PhoneNumber.Of, isPersonal: true);
            var standing = Value(RegisterSheets.MemberStanding, Wrapped(RegisterCodes.Standings.Parse));
            var floating = Value(RegisterSheets.Floating, Wrapped(RegisterCodes.YesNo.Parse));
            var pocket = Value(RegisterSheets.Pocket, Wrapped(RegisterCodes.YesNo.Parse));
            var organization = Value(RegisterSheets.MemberOf, OrganizationCode.Of);
            var from = Day(RegisterSheets.From, notInFuture: true);
            var since = Day(RegisterSheets.Since, notInFuture: false);
            var formalSince = Day(RegisterSheets.FormalSince, notInFuture: false);
            var belonging = Value(RegisterSheets.MemberBelonging, Wrapped(RegisterCodes.Belongings.Parse));
            var group = Value(RegisterSheets.MemberGroup, OrganizationCode.Of);
            var workplace = Value(RegisterSheets.MemberWorkplace, UnitNamed);
            var worksSince = Day(RegisterSheets.WorksSince, notInFuture: true);
            var index = identity is null ? null : indexOf(identity);
            if (isGood)
            {
                var formal = standing!.Value == Standing.Formal ? formalSince : null;
                rows.Add(new MemberRow(
                    place, name!, identity!, index!, phone, standing.Value, floating?.Value == YesOrNo.Yes, pocket?.Value == YesOrNo.Yes,
                    organization!.Value, from!.Value, (formal ?? since ?? from).Value, formal is not null ? RegisterSheets.FormalSince : since is not null ? RegisterSheets.Since : null, belonging?.Value ?? Belonging.Relation, group?.Value, workplace, worksSince));
            }
            else if (index is not null)
            {
                rows.SpoiltMembers.Add(index);
            }
        }

        private void ReadPost()
        {
            var organization = Value(RegisterSheets.PostOf, OrganizationCode.Of);
            var identity = Value(RegisterSheets.HolderIdentity, IdentityNumber.Of, isPersonal: true);
            var name = Value(RegisterSheets.HolderName, PersonName.Of);
            var office = Value(RegisterSheets.PostOffice, Wrapped(RegisterCodes.Offices.Parse));
            var from = Day(RegisterSheets.PostFrom, notInFuture: false);
            var to = Day(RegisterSheets.PostTo, notInFuture: false);
            if (isGood && identity is null && name is null) Report(ImportErrors.PersonMissing, header.CellOf(row, RegisterSheets.HolderIdentity), isPersonal: true);
            if (isGood) rows.Posts.Add(new(place, organization!.Value, identity, identity is null ? null : indexOf(identity), name, office!.Value, from!.Value, to));
        }

        // A unit's name is not made of eighteen letters and digits.
        private static Result<string> UnitNamed(string? text) =>
            text is { Length: UnifiedSocialCreditCode.Length } && text.All(char.IsAsciiLetterOrDigit) ? UnifiedSocialCreditCode.Of(text).Map(c => c.Value) : OrganizationName.Of(text).Map(n => n.Value);

        private LocalDate? Day(SheetColumn column, bool notInFuture) =>
            Value(column, Wrapped(text => CellDate.Parse(text!) is { Succeeded: true } day && notInFuture && day.Value > today ? ValueRules.InFuture : CellDate.Parse(text!)))?.Value;

        private T? Value<T>(SheetColumn column, Func<string?, Result<T>> of, bool isPersonal = false) where T : class
        {
            var cell = header.CellOf(row, column);
            if (cell.Problem is { } problem)
            {
                Report(problem, cell, isPersonal);
                return null;
            }

            if (cell.Text.Length == 0)
            {
                if (column.IsRequired) Report(of("") is { Succeeded: false } own && own.Errors[0].Code.EndsWith("-missing", StringComparison.Ordinal) ? own.Errors[0] : ImportErrors.CellMissing(column.Header), cell, isPersonal);
                return null;
            }

            var value = of(cell.Text);
            if (value.Succeeded) return value.Value;
            Report(value.Errors[0], cell, isPersonal);
            return null;
        }

        private void Report(Error error, SheetCell cell, bool isPersonal)
        {
            isGood = false;
            rows.Findings.Add(new(error, row.Sheet, row.Number, cell.Column == 0 ? null : cell.Address, isPersonal ? Masked(cell.Text) : Shortened(cell.Text)));
        }

        private static Func<string?, Result<Boxed<T>>> Wrapped<T>(Func<string?, Result<T>> parse) where T : struct => text => parse(text).Map(value => new Boxed<T>(value));

        // Enough to find the cell again, too little to use: what is malformed may still be nearly the number.
        private static string? Masked(string text) => text.Length == 0 ? null : text.Length < 8 ? new string('*', text.Length) : $"{text[..3]}{new string('*', Math.Min(text.Length, 18) - 5)}{text[^2..]}";

        private sealed record Boxed<T>(T Value) where T : struct;
    }
}
