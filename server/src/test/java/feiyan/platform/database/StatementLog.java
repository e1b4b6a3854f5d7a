package feiyan.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/** Each distinct statement that the application has sent since somebody last asked. */
public final class StatementLog {

    private static final Set<String> STATEMENTS = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<@Nullable List<String>> SENT_HERE = new ThreadLocal<>();

    static final QueryExecutionListener LISTENER = new QueryExecutionListener() {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var here = SENT_HERE.get();
            for (var query : queries) {
                STATEMENTS.add(query.getQuery());
                if (here != null) {
                    here.add(query.getQuery());
                }
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // What was sent is what counts, also where it failed.
        }
    };

    private StatementLog() {}

    public static Set<String> statements() {
        return new TreeSet<>(STATEMENTS);
    }

    /** What this thread sends while it does something, one after the other. */
    public static List<String> during(Runnable work) {
        var sent = new ArrayList<String>();
        SENT_HERE.set(sent);
        try {
            work.run();
        } finally {
            SENT_HERE.remove();
        }
        return sent;
    }

    static Set<String> take() {
        var taken = statements();
        STATEMENTS.removeAll(taken);
        return taken;
    }
}
