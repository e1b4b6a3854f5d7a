package feiyan.messages;

import feiyan.platform.SealedColumn;
import feiyan.platform.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class MessagesSealed implements SealedColumns {

    @Override
    public List<SealedColumn> sealed() {
        return List.of(
                SealedColumn.of("demo_sms", "phone_sealed").as("demo_sms.phone").ofNoCounty(),
                SealedColumn.of("demo_sms", "words_sealed").as("demo_sms.words").ofNoCounty());
    }
}
