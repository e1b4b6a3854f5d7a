package feiyan.dispatch.trial;

import java.util.UUID;

public record WeightTrialId(UUID value) {}
