package feiyan.dispatch;

import java.util.UUID;

public record SeatId(UUID value) {}
