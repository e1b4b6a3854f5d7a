package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.OutboxListener;
import feiyan.platform.OutboxRow;
import feiyan.web.Live;
import org.springframework.stereotype.Component;

/** Rings the bell in the pages that are open on this instance, whichever instance wrote the notice. */
@Component
public class BellRinger implements OutboxListener {

    private final Live live;

    BellRinger(Live live) {
        this.live = live;
    }

    @Override
    public void told(OutboxRow row) {
        if (row.kind().equals(NoticeRows.TOLD)) {
            live.changed(bell(row.county(), new PersonId(row.subject())));
        }
    }

    /** What a person's open pages listen to. */
    public static Live.Topic bell(CountyId county, PersonId person) {
        return new Live.Topic(county, "bell/" + person.value());
    }
}
