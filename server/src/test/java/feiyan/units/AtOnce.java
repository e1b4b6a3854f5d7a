package feiyan.units;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Lets several people do something at the same moment. */
final class AtOnce {

    private AtOnce() {}

    static <T> List<T> run(List<Callable<T>> people) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(people.size());
        try (var threads = Executors.newFixedThreadPool(people.size())) {
            var running = people.stream()
                    .map(person -> threads.submit(() -> {
                        start.await();
                        return person.call();
                    }))
                    .toList();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
