package feiyan.platform;

/**
 * The keys that sensitive fields are sealed with. They never leave the ring, so that a hardware module can stand behind
 * it (with SM4 and SM3 where the county's rules ask for them) as well as a folder of files.
 */
public interface KeyRing {

    /** The key for whatever is sealed from now on. */
    SealingKey current();

    /**
     * The key that an older value names.
     *
     * @throws KeyMissing where the ring does not hold it; says which key and what to do
     */
    SealingKey key(int id);

    /** A keyed hash, by a key that seals nothing. It outlives rotation: what was hashed must still be found. */
    byte[] mac(byte[] message);
}
