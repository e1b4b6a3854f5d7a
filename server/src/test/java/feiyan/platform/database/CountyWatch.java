package feiyan.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks at the counties that are truly bound to each statement, as it is sent: one county in a statement, one in a
 * transaction, and where somebody acts, theirs.
 */
final class CountyWatch implements QueryExecutionListener {

    private static final Set<String> BREACHES = ConcurrentHashMap.newKeySet();

    /** The one question that goes through the counties: where somebody who signs in is known already. */
    private static final String WHERE_AN_ACCOUNT_IS_KNOWN = "county_id = any(?)";

    static Set<String> take() {
        var taken = Set.copyOf(BREACHES);
        BREACHES.removeAll(taken);
        return taken;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (var query : queries) {
            if (!query.getQuery().contains(WHERE_AN_ACCOUNT_IS_KNOWN)) {
                look(query);
            }
        }
    }

    private static void look(QueryInfo query) {
        var places = CountyParameters.of(query.getQuery());
        if (!places.isEmpty()) {
            var counties = bound(query, places);
            if (counties.stream().distinct().count() > 1) {
                breach("several counties " + counties, query);
            }
            counties.forEach(county -> look(county, query));
        }
    }

    private static List<Long> bound(QueryInfo query, List<Integer> places) {
        var counties = new ArrayList<Long>();
        for (var row : query.getParametersList()) {
            for (ParameterSetOperation parameter : row) {
                if (parameter.getArgs()[0] instanceof Integer place
                        && places.contains(place)
                        && parameter.getArgs()[1] instanceof Number county) {
                    counties.add(county.longValue());
                }
            }
        }
        return counties;
    }

    private static void look(long county, QueryInfo query) {
        ActingCounty.known()
                .filter(acting -> acting != county)
                .ifPresent(acting -> breach("county %d in the hands of %d".formatted(county, acting), query));
        if (!ActingCounty.isLink() && inTransaction(county) != county) {
            breach("a second county %d in one transaction".formatted(county), query);
        }
    }

    /** The county of the present transaction: the first that it names. */
    private static long inTransaction(long county) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return county;
        }
        if (TransactionSynchronizationManager.getResource(CountyWatch.class) instanceof Long first) {
            return first;
        }
        TransactionSynchronizationManager.bindResource(CountyWatch.class, county);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CountyWatch.class);
            }
        });
        return county;
    }

    private static void breach(String what, QueryInfo query) {
        BREACHES.add(what + ": " + query.getQuery().strip());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // What was sent is what counts, also where it failed.
    }
}
