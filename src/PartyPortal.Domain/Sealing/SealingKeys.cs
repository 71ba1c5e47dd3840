namespace PartyPortal.Domain.Sealing;

/// <summary>The keys that seal fields, by number, and the one that seals from now on. Older ones stay, to open what they sealed.</summary>
/// <param name="Active">The number of the key in use.</param>
/// <param name="Keys">AES-256 keys by their numbers.</param>
/// <param name="IndexKey">The key of the blind index: apart from the others and never changed, or what is indexed could not be found.</param>
public sealed record SealingKeys(ushort Active, IReadOnlyDictionary<ushort, byte[]> Keys, byte[] IndexKey)
{
    /// <summary>The length of every key, in bytes.</summary>
    public const int KeyLength = 32;

    /// <exception cref="ArgumentException">The active key is missing, or a key has the wrong length.</exception>
    public SealingKeys Checked() =>
        Keys.ContainsKey(Active) && Keys.Values.Append(IndexKey).All(key => key.Length == KeyLength)
            ? this
            : throw new ArgumentException($"The active key must be among the keys, and each key and the index key must have {KeyLength} bytes.");
}
