using PartyOrg.Domain.Members;

namespace PartyOrg.Application.Members;

/// <summary>Turns personal numbers into the form in which they are stored.</summary>
public sealed class PersonalData(IPersonalDataProtector protector)
{
    /// <summary>The identity number encrypted, with its blind index and its mask.</summary>
    public SealedIdentity Seal(IdentityNumber number) => new(
        protector.Protect(PersonalDataPurpose.IdentityNumber, number.Reveal()), protector.BlindIndex(PersonalDataPurpose.IdentityNumber, number.Reveal()),
        number.Masked, number.Sex, number.BirthDate);

    /// <summary>The phone number encrypted, with its mask and its blind index.</summary>
    public SealedPhone Seal(PhoneNumber number) => new(
        protector.Protect(PersonalDataPurpose.PhoneNumber, number.Reveal()), number.Masked, protector.BlindIndex(PersonalDataPurpose.PhoneNumber, number.Reveal()));

    /// <summary>The blind index of an identity number.</summary>
    public byte[] IndexOf(IdentityNumber number) => protector.BlindIndex(PersonalDataPurpose.IdentityNumber, number.Reveal());
}
