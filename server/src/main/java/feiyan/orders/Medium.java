package feiyan.orders;

/**
 * A photo or a voice message, without its contents.
 *
 * @param place photos are counted from 1, the voice message stands at 0
 * @param type as a browser names it: {@code image/jpeg}, {@code audio/webm}
 */
public record Medium(MediaId id, int place, String type) {

    public boolean isPhoto() {
        return place > 0;
    }

    /** What a saved file is called: nothing of the sender's own name for it. */
    public String fileName() {
        var ending = type.substring(type.indexOf('/') + 1);
        return isPhoto() ? "photo-" + place + ".jpg" : "voice." + ending;
    }

    /** Opened for whoever may see it. Never logged: prints without its contents. */
    public static final class Content {

        private final Medium medium;
        private final byte[] bytes;

        Content(Medium medium, byte[] bytes) {
            this.medium = medium;
            this.bytes = bytes;
        }

        public Medium medium() {
            return medium;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
