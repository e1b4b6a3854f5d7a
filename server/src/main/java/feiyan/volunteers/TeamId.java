package feiyan.volunteers;

import java.util.UUID;

public record TeamId(UUID value) {}
