package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.engine.Terms;
import feiyan.platform.CountyId;
import feiyan.platform.Refusal;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes lines; the plan is held. A new plan's lines go in one statement, however many. */
@Repository
class LineWrites {

    private final JdbcClient db;

    LineWrites(JdbcClient db) {
        this.db = db;
    }

    void add(CountyId county, PlanId plan, List<PlanLine> lines) {
        db.sql("""
                insert into plan_line (county_id, plan_id, number, version, order_id, proposed_id, volunteer_id, starts,
                  ends, state, pinned, metres, terms, cost, visits_before, minutes_this_week, asked_this_week, wished,
                  next_best_id, until_next_best, offer_id, instead_of)
                select :county, :plan, l.number, l.version, l.order_id, l.proposed, l.volunteer, l.starts, l.ends,
                  l.state, l.pinned, l.metres, string_to_array(l.terms, ',')::int[], l.cost, l.visits, l.minutes,
                  l.asked, l.wished, l.next_best, l.until_next, l.offer, l.instead_of
                from unnest(:numbers::int[], :versions::int[], :orders::uuid[], :proposed::uuid[], :volunteers::uuid[],
                  :starts::timestamptz[], :ends::timestamptz[], :states::text[], :pinned::boolean[], :metres::int[],
                  :terms::text[], :costs::int[], :visits::int[], :minutes::int[], :asked::int[], :wished::boolean[],
                  :nextBest::uuid[], :untilNext::bigint[], :offers::uuid[], :insteadOf::uuid[])
                  as l(number, version, order_id, proposed, volunteer, starts, ends, state, pinned, metres, terms,
                    cost, visits, minutes, asked, wished, next_best, until_next, offer, instead_of)
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .param("numbers", ints(lines, PlanLine::number))
                .param("versions", ints(lines, PlanLine::version))
                .param("orders", ids(lines, line -> line.order().value()))
                .param("proposed", ids(lines, line -> line.proposed().value()))
                .param("volunteers", ids(lines, line -> value(line.volunteer())))
                .param("starts", texts(lines, line -> line.time().from().toString()))
                .param("ends", texts(lines, line -> line.time().to().toString()))
                .param("states", texts(lines, line -> line.state().name()))
                .param("pinned", texts(lines, line -> Boolean.toString(line.pinned())))
                .param("metres", ints(lines, line -> line.facts().metres()))
                .param("terms", texts(lines, line -> written(line.facts().terms())))
                .param("costs", ints(lines, PlanLine::cost))
                .param("visits", ints(lines, line -> line.facts().visitsBefore()))
                .param("minutes", ints(lines, line -> line.facts().minutesThisWeek()))
                .param("asked", ints(lines, line -> line.facts().askedThisWeek()))
                .param(
                        "wished",
                        texts(lines, line -> Boolean.toString(line.facts().wished())))
                .param("nextBest", ids(lines, line -> value(line.nextBest())))
                .param("untilNext", lines.stream().map(PlanLine::untilNextBest).toArray(Long[]::new))
                .param("offers", ids(lines, line -> value(line.offer())))
                .param("insteadOf", ids(lines, line -> value(line.insteadOf())))
                .update();
    }

    /** Somebody else, or nobody; what was refused to the one before is forgotten. */
    void propose(
            CountyId county,
            PlanId plan,
            int number,
            int version,
            @Nullable PersonId volunteer,
            ReasonFacts facts,
            int cost) {
        db.sql("""
                update plan_line set version = :version, volunteer_id = :volunteer,
                  state = case when :volunteer::uuid is null then 'OPEN' else 'PROPOSED' end, pinned = false,
                  metres = :metres, terms = string_to_array(:terms, ',')::int[], cost = :cost,
                  visits_before = :visits, minutes_this_week = :minutes, asked_this_week = :asked, wished = :wished,
                  next_best_id = null, until_next_best = null, refusal = null, refusal_args = '{}'
                where county_id = :county and plan_id = :plan and number = :number
                """)
                .param("version", version)
                .param("volunteer", value(volunteer), Types.OTHER)
                .param("metres", facts.metres())
                .param("terms", written(facts.terms()))
                .param("cost", cost)
                .param("visits", facts.visitsBefore())
                .param("minutes", facts.minutesThisWeek())
                .param("asked", facts.askedThisWeek())
                .param("wished", facts.wished())
                .param("county", county.value())
                .param("plan", plan.value())
                .param("number", number)
                .update();
    }

    void pin(CountyId county, PlanId plan, int number, int version, boolean pinned) {
        db.sql("""
                update plan_line set version = :version, pinned = :pinned
                where county_id = :county and plan_id = :plan and number = :number
                """)
                .param("version", version)
                .param("pinned", pinned)
                .param("county", county.value())
                .param("plan", plan.value())
                .param("number", number)
                .update();
    }

    void sent(CountyId county, PlanId plan, int number, int version, OfferId offer) {
        db.sql("""
                update plan_line set version = :version, state = 'SENT', offer_id = :offer, instead_of = null,
                  refusal = null, refusal_args = '{}'
                where county_id = :county and plan_id = :plan and number = :number
                """)
                .param("version", version)
                .param("offer", offer.value())
                .param("county", county.value())
                .param("plan", plan.value())
                .param("number", number)
                .update();
    }

    void refused(CountyId county, PlanId plan, int number, int version, Refusal refusal) {
        db.sql("""
                update plan_line set version = :version, state = 'REFUSED', refusal = :code, refusal_args = :args
                where county_id = :county and plan_id = :plan and number = :number
                """)
                .param("version", version)
                .param("code", refusal.code())
                .param("args", refusal.args().stream().map(String::valueOf).toArray(String[]::new))
                .param("county", county.value())
                .param("plan", plan.value())
                .param("number", number)
                .update();
    }

    /** In the order in which {@link Terms} names them, which is the table's. */
    static String written(Terms terms) {
        return Stream.of(
                        terms.way(),
                        terms.recent(),
                        terms.rating(),
                        terms.response(),
                        terms.language(),
                        terms.party(),
                        terms.previous(),
                        terms.named())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static @Nullable UUID value(@Nullable OfferId offer) {
        return offer == null ? null : offer.value();
    }

    private static Integer[] ints(List<PlanLine> lines, Function<PlanLine, @Nullable Integer> of) {
        return lines.stream().map(of).toArray(Integer[]::new);
    }

    private static UUID[] ids(List<PlanLine> lines, Function<PlanLine, @Nullable UUID> of) {
        return lines.stream().map(of).toArray(UUID[]::new);
    }

    private static String[] texts(List<PlanLine> lines, Function<PlanLine, String> of) {
        return lines.stream().map(of).toArray(String[]::new);
    }
}
