package feiyan.platform.database;

import feiyan.accounts.SignedIn;
import feiyan.platform.CountyId;
import feiyan.platform.Tenants;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** For which county the present thread works: whoever is signed in, or the one that a job goes through just now. */
final class ActingCounty {

    /** Addresses that are not of their reader's county: most say themselves which one they are of. */
    private static final List<String> LINKS = List.of(
            "/r/", // of a rating: the county stands in the sealed token
            "/invitations/", // the county stands in the address
            "/founding/", // makes a county
            "/password-reset/", // of an account, which acts in several
            "/sign-in", // on the way to one of the account's counties
            "/staff/", // the same, for staff
            "/enter", // the demo's county, whoever was signed in before
            "/admin/keys"); // the keys are the house's: what each still seals is counted, county by county

    private static final ThreadLocal<@Nullable CountyId> JOB = new ThreadLocal<>();

    private ActingCounty() {}

    /** Empty where nobody acts: before a sign-in, and where a test calls a door itself. */
    static Optional<Long> known() {
        var job = JOB.get();
        return job != null ? Optional.of(job.value()) : isLink() ? Optional.empty() : signedIn();
    }

    static boolean isLink() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && LINKS.stream().anyMatch(attributes.getRequest().getRequestURI()::startsWith);
    }

    private static Optional<Long> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn somebody
                ? Optional.of(somebody.countyId())
                : Optional.empty();
    }

    /** The counties as a job gets them: while it holds one in hand, it acts for that one. */
    static Tenants observed(Tenants counties) {
        return () -> new OneByOne(counties.all());
    }

    private static final class OneByOne extends AbstractList<CountyId> {

        private final List<CountyId> counties;

        OneByOne(List<CountyId> counties) {
            this.counties = counties;
            JOB.remove();
        }

        @Override
        public CountyId get(int index) {
            return counties.get(index);
        }

        @Override
        public int size() {
            return counties.size();
        }

        @Override
        public Iterator<CountyId> iterator() {
            var all = counties.iterator();
            return new Iterator<>() {

                @Override
                public boolean hasNext() {
                    boolean more = all.hasNext();
                    if (!more) {
                        JOB.remove();
                    }
                    return more;
                }

                @Override
                public CountyId next() throws NoSuchElementException {
                    var county = all.next();
                    JOB.set(county);
                    return county;
                }
            };
        }
    }
}
