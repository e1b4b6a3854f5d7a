package feiyan.access;

import feiyan.orders.GeneratedDoc;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AccessDocTest {

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        var pages = AccessTable.read();
        GeneratedDoc.holds("access.md", AccessDoc.of(pages, ApiTable.read(pages)));
    }
}
