package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The domain's table, written out once more: a change on one side alone is a mistake. */
class WhoSeesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # field        | public    | requester | proxy   | follower | offered | serving | served  | path      | other staff
            OUTLINE        | NOTHING   | SHOWN     | SHOWN   | SHOWN    | SHOWN   | SHOWN   | SHOWN   | SHOWN     | NOTHING
            WORDS          | NOTHING   | SHOWN     | SHOWN   | SHOWN    | SUMMARY | SHOWN   | NOTHING | SHOWN     | NOTHING
            RECIPIENT_NAME | NOTHING   | SHOWN     | SHOWN   | SHOWN    | NOTHING | SHOWN   | NOTHING | SHOWN     | NOTHING
            ADDRESS        | NOTHING   | SHOWN     | AUDITED | NOTHING  | NOTHING | AUDITED | NOTHING | ON_DEMAND | NOTHING
            SPECIAL_GROUP  | NOTHING   | SHOWN     | NOTHING | NOTHING  | NOTHING | SUMMARY | NOTHING | AUDITED   | NOTHING
            RATING         | AGGREGATE | SHOWN     | NOTHING | NOTHING  | NOTHING | NOTHING | SHOWN   | SHOWN     | AGGREGATE
            """)
    void isTheDomainsTable(
            Field field,
            Sight everybody,
            Sight requester,
            Sight proxy,
            Sight follower,
            Sight offered,
            Sight serving,
            Sight served,
            Sight path,
            Sight other) {
        assertThat(WhoSees.sees(Audience.PUBLIC, field)).isEqualTo(everybody);
        assertThat(WhoSees.sees(Audience.REQUESTER, field)).isEqualTo(requester);
        assertThat(WhoSees.sees(Audience.PROXY, field)).isEqualTo(proxy);
        assertThat(WhoSees.sees(Audience.FOLLOWER, field)).isEqualTo(follower);
        assertThat(WhoSees.sees(Audience.OFFERED, field)).isEqualTo(offered);
        assertThat(WhoSees.sees(Audience.SERVING, field)).isEqualTo(serving);
        assertThat(WhoSees.sees(Audience.SERVED, field)).isEqualTo(served);
        assertThat(WhoSees.sees(Audience.PATH, field)).isEqualTo(path);
        assertThat(WhoSees.sees(Audience.OTHER_STAFF, field)).isEqualTo(other);
    }

    @Test
    void whoStandsInSeveralColumnsSeesTheMostOfThem() {
        assertThat(WhoSees.sees(Set.of(Audience.PUBLIC, Audience.OFFERED, Audience.REQUESTER), Field.WORDS))
                .isEqualTo(Sight.SHOWN);
        assertThat(WhoSees.sees(Set.of(), Field.OUTLINE)).isEqualTo(Sight.NOTHING);
    }

    /** ACCEPTED until SERVED: before and after, whoever serves is not shown the door. */
    @ParameterizedTest
    @EnumSource(State.class)
    void theAddressIsShownToWhoeverServesOnlyWhileTheyServe(State state) {
        var seen = Audience.of(Set.of(Relation.SEAT, Relation.LEADER), state, false);
        var serves = EnumSet.of(State.ACCEPTED, State.IN_SERVICE).contains(state);
        assertThat(WhoSees.sees(seen, Field.ADDRESS)).isEqualTo(serves ? Sight.AUDITED : Sight.NOTHING);
    }

    /** Who ordered at somebody's door must not have the door for ever. */
    @ParameterizedTest
    @EnumSource(State.class)
    void whoOrderedForSomebodySeesTheWordsOnlyUntilItIsOver(State state) {
        var seen = Audience.of(Set.of(Relation.PROXY), state, false);
        var over = state.isOver() || state == State.SERVED;
        assertThat(WhoSees.sees(seen, Field.ADDRESS)).isEqualTo(over ? Sight.NOTHING : Sight.AUDITED);
        assertThat(WhoSees.sees(seen, Field.WORDS)).isEqualTo(over ? Sight.NOTHING : Sight.SHOWN);
        assertThat(WhoSees.sees(seen, Field.OUTLINE)).isEqualTo(Sight.SHOWN);
        assertThat(Audience.of(Set.of(Relation.PROXY), state, true)).containsExactly(Audience.PUBLIC);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void theHierarchySeesNothingOfWhatIsConfidential(State state) {
        var above = Audience.of(Set.of(Relation.IN_CHARGE, Relation.PATH), state, true);
        for (var field : Field.values()) {
            assertThat(WhoSees.sees(above, field).atLeast(Sight.SUMMARY))
                    .as("%s", field)
                    .isFalse();
        }
        assertThat(Audience.of(Set.of(Relation.FOLLOWER), state, true)).containsExactly(Audience.PUBLIC);
        var handler = Audience.of(Set.of(Relation.HANDLER), state, true);
        assertThat(WhoSees.sees(handler, Field.WORDS)).isEqualTo(Sight.SHOWN);
    }
}
