package feiyan.messages.web;

import feiyan.messages.Topic;
import feiyan.web.Viewers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Of what somebody may choose a way: only what can come to them. */
@Component
class AskedTopics {

    private final Viewers viewers;

    AskedTopics(Viewers viewers) {
        this.viewers = viewers;
    }

    List<Topic> all() {
        var viewer = viewers.current();
        var topics = new ArrayList<>(List.of(Topic.NEEDS, Topic.NEEDS_PROGRESS));
        if (viewer.isVolunteer()) {
            topics.addAll(List.of(Topic.OFFERS, Topic.SERVICES, Topic.SERVICES_PROGRESS));
        }
        if (viewer.isStaff()) {
            topics.add(Topic.DESK);
        }
        return topics;
    }
}
