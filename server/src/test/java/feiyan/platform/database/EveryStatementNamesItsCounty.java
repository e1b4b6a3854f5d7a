package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test class on the real application: all it sent would have found its shard. */
class EveryStatementNamesItsCounty implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        var rule = CountyRule.ofMigratedDatabase();
        assertThat(StatementLog.take().stream().flatMap(rule::breaches))
                .as("each statement says county_id = for each table of a county that it names")
                .isEmpty();
        assertThat(CountyWatch.take())
                .as("each county bound to a statement is that of whoever acts, and the only one of its transaction")
                .isEmpty();
    }
}
