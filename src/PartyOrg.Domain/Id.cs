using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using PartyOrg.Domain.Time;

namespace PartyOrg.Domain;

/// <summary>The identity of a <typeparamref name="T"/>: a UUID (version 7; version 4 where it must tell no time), so that ids of different things cannot be mixed up.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>
{
    /// <inheritdoc/>
    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var parsed = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return parsed;
    }

    /// <summary>The database's order of ids: a tie-breaker for cursors, never a time.</summary>
    public static bool operator <(Id<T> left, Id<T> right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>The database's order of ids: a tie-breaker for cursors, never a time.</summary>
    public static bool operator >(Id<T> left, Id<T> right) => left.Value.CompareTo(right.Value) > 0;

    /// <summary>The UUID, lower case with hyphens.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The one maker of ids: time-ordered (UUID version 7), from the injected clock, strictly increasing within the process.</summary>
public sealed class Ids
{
    private readonly Clock? clock;
    private readonly Lock turn = new();
    private long lastMillisecond;
    private int counter;

    /// <summary>Makes ids that tell when they were made.</summary>
    public Ids(Clock clock) => this.clock = clock;

    private Ids() { }

    /// <summary>Makes ids by chance (UUID version 4), for what nobody may trace to a moment: they tell no time and no order.</summary>
    public static Ids WithoutTime { get; } = new();

    /// <summary>A new id, greater than every id made before by this generator, unless it tells no time.</summary>
    public Id<T> New<T>() => new(New());

    /// <summary>A new UUID for things that no <see cref="Id{T}"/> names.</summary>
    public Guid New() => clock is null ? ByChance() : InOrderOf(clock);

    private static Guid ByChance()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(bytes, bigEndian: true);
    }

    private Guid InOrderOf(Clock clock)
    {
        long millisecond;
        int count;
        lock (turn)
        {
            var now = clock.Now.ToUnixTimeMilliseconds();
            if (now > lastMillisecond) (lastMillisecond, counter) = (now, RandomNumberGenerator.GetInt32(0x400));
            else if (++counter > 0xFFF) (lastMillisecond, counter) = (lastMillisecond + 1, 0);
            (millisecond, count) = (lastMillisecond, counter);
        }

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, millisecond << 16);
        bytes[6] = (byte)(0x70 | (count >> 8));
        bytes[7] = (byte)count;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
