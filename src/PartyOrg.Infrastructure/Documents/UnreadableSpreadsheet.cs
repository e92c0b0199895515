using PartyOrg.Domain.Results;

namespace PartyOrg.Infrastructure.Documents;

/// <summary>Ends the reading of a spreadsheet from deep inside; <see cref="SpreadsheetReader"/> turns it into a result.</summary>
internal sealed class UnreadableSpreadsheet(Error error) : Exception(error.Code)
{
    public Error Error { get; } = error;
}
