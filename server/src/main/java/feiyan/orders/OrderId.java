package feiyan.orders;

import java.util.UUID;

public record OrderId(UUID value) {}
