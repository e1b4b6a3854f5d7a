package feiyan.platform;

/** One key of the ring: seals and opens, but does not show itself. */
public interface SealingKey {

    byte AES_256_GCM = 1;
    /** For hardware modules that follow GM/T; no key in a file has it. */
    byte SM4_GCM = 2;

    /** Stands in each value that the key sealed. */
    int id();

    byte algorithm();

    /** Seals; the context is authenticated along with the value, and opening takes the very same bytes. */
    byte[] seal(byte[] clear, byte[] context);

    /**
     * Opens what it sealed.
     *
     * @throws SealBroken where value, context or key is not the one that was sealed with
     */
    byte[] open(byte[] sealed, byte[] context);
}
