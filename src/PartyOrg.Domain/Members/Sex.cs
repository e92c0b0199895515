namespace PartyOrg.Domain.Members;

/// <summary>A person's sex as the identity number has it (GB/T 2261.1 knows more codes; Party statistics use these two).</summary>
public enum Sex
{
    /// <summary>男.</summary>
    Male,

    /// <summary>女.</summary>
    Female,
}
