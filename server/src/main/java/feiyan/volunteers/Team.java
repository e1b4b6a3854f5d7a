package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.units.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public record Team(
        TeamId id,
        UnitId unit,
        String name,
        TeamKind kind,
        @Nullable String field,
        @Nullable PersonId leader,
        @Nullable LocalDate endsOn,
        int size) {}
