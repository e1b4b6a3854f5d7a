package feiyan.messages;

import feiyan.accounts.Phone;
import feiyan.accounts.SmsFailed;
import java.util.UUID;

/** Sends a text message whose words are made. Where none is set up people read in the app only. */
public interface TextSender {

    /**
     * Returns once the message is on its way.
     *
     * @param once the same for the same message: a provider that knows it already lets the second one fall
     * @throws SmsFailed where the message did not leave; it is tried again
     */
    void send(Phone to, String words, UUID once);
}
