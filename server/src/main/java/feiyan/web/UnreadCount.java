package feiyan.web;

import java.security.Principal;

/** How many messages wait for somebody: the number on the bell. One module offers it, {@link Viewers} asks it. */
@FunctionalInterface
public interface UnreadCount {

    int of(Principal viewer);
}
