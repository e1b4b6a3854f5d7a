package feiyan.dispatch;

import java.util.UUID;

public record OfferId(UUID value) {}
