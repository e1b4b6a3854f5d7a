package feiyan.dispatch;

import feiyan.accounts.PersonId;
import java.time.Instant;

/** Somebody was asked in person and has not answered yet. */
record OpenQuestion(PersonId person, Instant askedAt, Instant until) {}
