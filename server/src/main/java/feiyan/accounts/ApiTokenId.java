package feiyan.accounts;

import java.util.UUID;

public record ApiTokenId(UUID value) {}
