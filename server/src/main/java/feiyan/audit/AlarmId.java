package feiyan.audit;

import java.util.UUID;

public record AlarmId(UUID value) {}
