package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Invitee;
import feiyan.volunteers.TeamId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, when, and in which way; as the dispatcher ticked it.
 *
 * @param first ticked at the head of the page: whom the resident asked for, and who was looked for by name
 */
record OfferForm(
        @Nullable Integer version,
        @Nullable String from,
        @Nullable String name,
        @Nullable How how,
        @Nullable List<PersonId> first,
        @Nullable List<TeamId> team,
        @Nullable List<PersonId> volunteer) {

    enum How {
        /** Only so many as are needed: with no more ticked than there are seats, all of them. */
        AS_NEEDED,
        AT_ONCE,
        IN_TURN;

        /** In what is said when it is done: {@code dispatch.offered.in_turn}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static OfferForm look(@Nullable String from, @Nullable String name) {
        return new OfferForm(null, from, name, null, null, null, null);
    }

    String words() {
        return name == null ? "" : name.strip();
    }

    How asked() {
        return Objects.requireNonNullElse(how, How.AS_NEEDED);
    }

    /** In the order of the page; somebody may stand in two of its lists. */
    List<Invitee> invitees() {
        var people = new LinkedHashSet<Invitee>();
        all(first).forEach(person -> people.add(new Invitee.ToVolunteer(person)));
        all(team).forEach(one -> people.add(new Invitee.ToTeam(one)));
        all(volunteer).forEach(person -> people.add(new Invitee.ToVolunteer(person)));
        return List.copyOf(people);
    }

    /** What stays ticked when the page comes again. */
    Set<String> ticked() {
        return Stream.concat(
                        all(team).stream().map(one -> one.value().toString()),
                        Stream.concat(all(first).stream(), all(volunteer).stream())
                                .map(person -> person.value().toString()))
                .collect(Collectors.toSet());
    }

    private static <T> List<T> all(@Nullable List<T> ticked) {
        return ticked == null
                ? List.of()
                : ticked.stream().filter(Objects::nonNull).toList();
    }
}
