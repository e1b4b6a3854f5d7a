package feiyan.bench.growth;

import feiyan.bench.county.House;
import feiyan.bench.loop.BenchBeans;
import feiyan.bench.served.Morning;
import feiyan.messages.TextSender;
import feiyan.platform.OldSeals;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;

/** The product with all that its jobs need to be there: somebody who sends texts, measures, webhooks, an older key. */
final class PlansHouse {

    private PlansHouse() {}

    static House spare() {
        var more = Stream.of(
                "management.server.port=0", "feiyan.webhooks.plain-http=true", "feiyan.webhooks.private-networks=true");
        var house = House.spareWith(
                Beans.class,
                Stream.concat(Stream.of(Scene.settings(Morning.ahead())), more).toArray(String[]::new));
        OldSeals.renew(house);
        return house;
    }

    public static class Beans extends BenchBeans {

        /** Every text arrives. */
        @Bean
        TextSender texts() {
            return (to, words, once) -> {};
        }

        @Bean
        Reached reached() {
            return new Reached();
        }
    }
}
