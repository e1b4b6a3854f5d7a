package feiyan.orders;

import java.util.UUID;

public record ComplaintId(UUID value) {}
