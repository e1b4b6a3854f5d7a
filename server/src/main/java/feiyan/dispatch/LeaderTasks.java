package feiyan.dispatch;

import feiyan.units.Actor;
import java.util.List;

/** What else a leader has to do, brought by modules that this one does not know: a summary to write. */
public interface LeaderTasks {

    /**
     * @param label a message key
     * @param args of the message
     * @param path where it is done
     */
    record Task(String label, List<Object> args, String path) {}

    List<Task> of(Actor leader);
}
