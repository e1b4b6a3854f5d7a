package feiyan.messages;

import feiyan.accounts.Phone;
import java.time.Instant;

/** A text message that the demo did not send, as its outbox page shows it. */
public record DemoText(Phone to, String words, Instant at) {}
