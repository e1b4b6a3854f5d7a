package feiyan.dispatch;

import java.util.UUID;

public record TimeProposalId(UUID value) {}
