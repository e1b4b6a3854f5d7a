package feiyan.orders;

import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps the index true half a second behind the orders. By the outbox and not in the order's own transaction: a need is
 * taken down even where it cannot be indexed. Each move counts, since a project found in review is a word to find by.
 */
@Component
class OrderSearchFeed implements OutboxHandler {

    private static final Set<String> KINDS =
            Arrays.stream(Verb.values()).map(verb -> "order." + verb.code()).collect(Collectors.toUnmodifiableSet());

    private final OrderSearchIndex index;

    OrderSearchFeed(OrderSearchIndex index) {
        this.index = index;
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public void handle(OutboxRow row) {
        index.write(row.county(), List.of(new OrderId(row.subject())));
    }
}
