package feiyan.orders;

import feiyan.platform.SealedColumn;
import feiyan.platform.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OrdersSealed implements SealedColumns {

    @Override
    public List<SealedColumn> sealed() {
        return List.of(
                SealedColumn.of("order_words", "need").by("order_id"),
                SealedColumn.of("order_words", "recipient_name").by("order_id"),
                SealedColumn.of("order_words", "phone").by("order_id"),
                SealedColumn.of("order_words", "address").by("order_id"),
                SealedColumn.of("order_note", "words").by("order_id", "version"),
                SealedColumn.of("order_rating", "words").by("order_id", "round"),
                SealedColumn.of("complaint_words", "words").by("complaint_id", "version"),
                SealedColumn.of("order_draft", "content"),
                SealedColumn.of("order_media", "content"),
                SealedColumn.of("follow_request", "phone"),
                SealedColumn.of("follow_request", "asker"),
                SealedColumn.of("saved_filter", "name"),
                SealedColumn.of("saved_filter", "criteria"));
    }
}
