package feiyan.accounts;

/** Sends a text message. Where none is set up, nobody can sign in by one, and is told so. */
public interface SmsSender {

    /**
     * Returns once the message is on its way.
     *
     * @param key of the message, which goes out in both languages: the phone does not say which its owner reads
     * @throws SmsFailed where the message did not leave
     */
    void send(Phone to, String key, Object... args);
}
