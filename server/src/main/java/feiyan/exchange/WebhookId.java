package feiyan.exchange;

import java.util.UUID;

/** A webhook. */
public record WebhookId(UUID value) {}
