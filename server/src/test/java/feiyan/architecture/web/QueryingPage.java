package feiyan.architecture.web;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no page does. */
public class QueryingPage {

    @Nullable
    JdbcClient table;
}
