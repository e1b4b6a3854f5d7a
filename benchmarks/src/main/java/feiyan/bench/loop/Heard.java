package feiyan.bench.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** Listens to what the doors tell the outbox, in the thread that tells it. */
final class Heard implements MethodInterceptor {

    private static final int KIND = 1;
    private static final int SUBJECT = 2;

    private final ThreadLocal<List<UUID>> seats = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (call.getMethod().getName().equals("tell") && "seat.take".equals(call.getArguments()[KIND])) {
            heard((UUID) Objects.requireNonNull(call.getArguments()[SUBJECT]));
        }
        return call.proceed();
    }

    /** More than two nobody asks for: threads that never ask are to keep no more. */
    private void heard(UUID seat) {
        var taken = seats.get();
        if (taken.size() < 2) {
            taken.add(seat);
        }
    }

    /** The seats taken, two at most, since one asked last; those of a step that was taken back are among them. */
    List<UUID> taken() {
        var taken = List.copyOf(seats.get());
        seats.get().clear();
        return taken;
    }
}
