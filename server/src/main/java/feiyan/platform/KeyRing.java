package feiyan.platform;

import java.util.List;

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

    /** The id of the key of {@link #mac}: what it made cannot be made by another. */
    int macId();

    /** All that open, the newest first. */
    List<SealingKey> all();

    /** A new key: the current one from now on, here at once and in other instances within a second. */
    SealingKey renew();

    /** Out of the ring. Whether nothing needs it any more is for the caller to know. */
    void retire(int id);

    /** Where they are, for whoever has to bring one back. */
    String home();
}
