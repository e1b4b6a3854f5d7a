package feiyan.menu;

import java.util.UUID;

public record ProjectId(UUID value) {}
