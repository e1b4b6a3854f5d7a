package feiyan.platform.database;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/** Each distinct statement that the application has sent since somebody last asked. */
public final class StatementLog {

    private static final Set<String> STATEMENTS = ConcurrentHashMap.newKeySet();

    static final QueryExecutionListener LISTENER = new QueryExecutionListener() {

        @Override
        public void beforeQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {
            queries.forEach(query -> STATEMENTS.add(query.getQuery()));
        }

        @Override
        public void afterQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {
            // What was sent is what counts, also where it failed.
        }
    };

    private StatementLog() {}

    public static Set<String> statements() {
        return new TreeSet<>(STATEMENTS);
    }

    static Set<String> take() {
        var taken = statements();
        STATEMENTS.removeAll(taken);
        return taken;
    }
}
