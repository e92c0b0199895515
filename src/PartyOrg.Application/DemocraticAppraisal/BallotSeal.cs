using PartyOrg.Application.Members;
using PartyOrg.Domain;
using PartyOrg.Domain.DemocraticAppraisal;
using PartyOrg.Domain.Results;

namespace PartyOrg.Application.DemocraticAppraisal;

/// <summary>Seals the content of a ballot box under a key that the database does not hold, and opens it (TWS-7.4).</summary>
public sealed class BallotSeal(IPersonalDataProtector protector)
{
    /// <summary>The content as it is stored: other bytes every time, of one length.</summary>
    internal byte[] Seal(BallotTally tally) => protector.ProtectBytes(PersonalDataPurpose.BallotBox, tally.ToBytes());

    /// <summary>What is in the box.</summary>
    internal Result<BallotTally> Open(Id<Appraisal> appraisal, BallotBox box) => protector.UnprotectBytes(PersonalDataPurpose.BallotBox, box.Content).Map(content => BallotTally.Read(appraisal, content));
}
