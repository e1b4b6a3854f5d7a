package feiyan.bench.dispatch;

import feiyan.dispatch.engine.HowManyToAsk;
import feiyan.dispatch.engine.Invitee;
import java.util.List;

/** Whom to ask now, for one seat that is still open. */
enum Asking {
    OURS("how many to ask") {
        @Override
        List<Integer> now(Vacancy vacancy, Crowd crowd, int now) {
            var waiting = vacancy.askedAt().entrySet().stream()
                    .map(asked -> new HowManyToAsk.Waiting(
                            crowd.known(asked.getKey(), vacancy.cost(asked.getKey()), asked.getValue()),
                            now - asked.getValue()))
                    .toList();
            var others = vacancy.unasked().stream()
                    .map(who -> crowd.known(who, vacancy.cost(who), now))
                    .toList();
            return new HowManyToAsk(0.95, LOOK_EVERY)
                    .now(1, vacancy.left(now), waiting, others).invitees().stream()
                            .map(Invitee::volunteer)
                            .toList();
        }
    },
    EVERYBODY("tell everybody") {
        @Override
        List<Integer> now(Vacancy vacancy, Crowd crowd, int now) {
            return vacancy.unasked();
        }
    },
    NEAREST("the nearest five, then the next after two hours") {
        @Override
        List<Integer> now(Vacancy vacancy, Crowd crowd, int now) {
            boolean isTime = vacancy.waited(now) / 120 * 5 >= vacancy.askedAt().size();
            return isTime ? vacancy.unasked().stream().limit(5).toList() : List.of();
        }
    },
    ONE_BY_ONE("one after the other, two hours each") {
        @Override
        List<Integer> now(Vacancy vacancy, Crowd crowd, int now) {
            boolean isTime = vacancy.waited(now) / 120 >= vacancy.askedAt().size();
            return isTime ? vacancy.unasked().stream().limit(1).toList() : List.of();
        }
    };

    static final int LOOK_EVERY = 30;

    private final String title;

    Asking(String title) {
        this.title = title;
    }

    abstract List<Integer> now(Vacancy vacancy, Crowd crowd, int now);

    String title() {
        return title;
    }
}
