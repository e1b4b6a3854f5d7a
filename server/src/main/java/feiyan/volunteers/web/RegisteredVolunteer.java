package feiyan.volunteers.web;

import feiyan.volunteers.Qualification;
import feiyan.volunteers.Team;
import feiyan.volunteers.Volunteer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer for themselves and for who keeps the register. Without phone and address: neither is needed for that.
 *
 * @param freeHours the 168 hours of a week from Monday 0:00, {@code 1} for a free one
 */
record RegisteredVolunteer(
        UUID id,
        String number,
        String name,
        UUID unit,
        int kilometres,
        int weeklyMinutes,
        Set<FreeTime> free,
        String freeHours,
        boolean partyMember,
        @Nullable LocalDate insuredUntil,
        SortedSet<String> skills,
        List<CertificateView> certificates,
        List<TeamOfVolunteer> teams) {

    private static final int METRES = 1000;

    /** @param checked whether a unit's staff saw the proof; until then it does not count */
    record CertificateView(UUID id, String kind, @Nullable LocalDate until, boolean checked) {

        static CertificateView of(Qualification it) {
            return new CertificateView(it.id(), it.kind(), it.validUntil(), it.checkedBy() != null);
        }
    }

    record TeamOfVolunteer(UUID id, String name) {}

    static RegisteredVolunteer of(Volunteer it, List<Qualification> qualifications, List<Team> teams) {
        return new RegisteredVolunteer(
                it.id().value(),
                it.number(),
                it.name(),
                it.unit().value(),
                it.radiusMetres() / METRES,
                it.weeklyLimitMinutes(),
                FreeTime.within(it.freeHours()),
                it.freeHours().bits(),
                it.partyMember(),
                it.insuredUntil(),
                it.skills(),
                qualifications.stream().map(CertificateView::of).toList(),
                teams.stream()
                        .map(team -> new TeamOfVolunteer(team.id().value(), team.name()))
                        .toList());
    }
}
