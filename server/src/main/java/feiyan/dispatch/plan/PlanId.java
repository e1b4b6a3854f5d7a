package feiyan.dispatch.plan;

import java.util.UUID;

public record PlanId(UUID value) {}
