package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into an order that is not sent yet, as it was typed, with its mistakes. Never logged: prints without
 * its contents.
 *
 * @param forOther whether it is for somebody else
 */
public record DraftText(boolean forOther, What what, Where where) {

    /** Far beyond what an order may say: nothing typed is cut off that could still be shortened. */
    private static final int LONGEST = 4 * NewOrder.LONGEST_NEED;

    /**
     * The first step.
     *
     * @param asSaid none of the projects suggested: the words say it
     * @param calm the words sound like an emergency, but it is none
     */
    public record What(String need, @Nullable ProjectId project, boolean asSaid, boolean calm) {

        public static final What NOTHING = new What("", null, false, false);

        public What {
            need = typed(need);
        }

        /** What was said of the words before holds only for the same words. */
        public What saying(@Nullable String words, @Nullable ProjectId chosen) {
            var said = typed(words);
            boolean same = said.strip().equals(need.strip());
            return new What(said, chosen, same && asSaid && chosen == null, same && calm);
        }

        public What takenAsSaid() {
            return new What(need, null, true, calm);
        }

        public What choosing(ProjectId chosen) {
            return new What(need, chosen, false, calm);
        }

        public What calmed() {
            return new What(need, project, asSaid, true);
        }

        public boolean isBlank() {
            return need.isBlank() && project == null;
        }
    }

    /**
     * The second step.
     *
     * @param day a date, or the first and the last one with a slash between them
     * @param part of the day, as the page names it
     * @param named a volunteer who came before
     * @param namedTyped the name or number of another one
     */
    public record Where(
            @Nullable UnitId station,
            String address,
            String recipient,
            String phone,
            String day,
            String part,
            boolean urgent,
            @Nullable PersonId named,
            String namedTyped) {

        public static final Where NOTHING = new Where(null, "", "", "", "", "ANY", false, null, "");

        public Where {
            address = typed(address);
            recipient = typed(recipient);
            phone = typed(phone);
            day = typed(day);
            part = typed(part);
            namedTyped = typed(namedTyped);
        }

        public Where of(@Nullable UnitId station, String address, String recipient, String phone) {
            return new Where(station, address, recipient, phone, day, part, urgent, named, namedTyped);
        }
    }

    public static DraftText begun(boolean forOther, Where known) {
        return new DraftText(forOther, What.NOTHING, known);
    }

    public DraftText with(What said) {
        return new DraftText(forOther, said, where);
    }

    public DraftText with(Where said) {
        return new DraftText(forOther, what, said);
    }

    private static String typed(@Nullable String text) {
        var said = Objects.requireNonNullElse(text, "");
        return said.codePointCount(0, said.length()) <= LONGEST
                ? said
                : said.substring(0, said.offsetByCodePoints(0, LONGEST));
    }

    @Override
    public String toString() {
        return "DraftText[…]";
    }
}
