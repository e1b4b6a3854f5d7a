package feiyan.cast;

import feiyan.platform.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several people press a button at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    public static <T> List<Outcome<T>> all(List<Supplier<Outcome<T>>> attempts) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(attempts.size())) {
            var answers = new ArrayList<Future<Outcome<T>>>();
            for (var attempt : attempts) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return attempt.get();
                }));
            }
            start.countDown();
            var outcomes = new ArrayList<Outcome<T>>();
            for (var answer : answers) {
                outcomes.add(answer.get());
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static <T> List<T> done(List<Outcome<T>> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Done.class::isInstance)
                .map(Outcome::orThrow)
                .toList();
    }

    public static <T> List<String> refusals(List<Outcome<T>> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome instanceof Outcome.Refused<T>)
                .map(outcome -> ((Outcome.Refused<T>) outcome).refusal().code())
                .toList();
    }
}
