package feiyan.messages;

import feiyan.accounts.PersonId;
import java.util.Map;

/**
 * How somebody reads.
 *
 * @param readsInApp signs in, and without the elder view
 * @param chosen what they decided themselves
 */
record Reader(PersonId person, String language, boolean hasPhone, boolean readsInApp, Map<Topic, Way> chosen) {

    static final String CHINESE = "zh-CN";

    Reader {
        chosen = Map.copyOf(chosen);
    }

    Way way(Topic topic) {
        var decided = chosen.get(topic);
        return decided == null ? topic.standard(readsInApp) : decided;
    }
}
