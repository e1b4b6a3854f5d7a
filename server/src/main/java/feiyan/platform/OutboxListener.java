package feiyan.platform;

/** Hears on each instance what happened, soon after: to keep an index true, to refresh a live page. */
@FunctionalInterface
public interface OutboxListener {

    void told(OutboxRow row);
}
