package feiyan.dispatch.engine;

/** Who has which skill, in the order of the list; behind the last skill stands everybody. */
final class SkillMembers {

    private SkillMembers() {}

    static int[][] of(FreeVolunteer[] volunteers) {
        var counts = new int[Skills.MOST];
        for (var volunteer : volunteers) {
            count(volunteer.skills().low(), 0, counts);
            count(volunteer.skills().high(), Long.SIZE, counts);
        }
        var members = new int[Skills.MOST + 1][];
        for (int skill = 0; skill < Skills.MOST; skill++) {
            members[skill] = new int[counts[skill]];
        }
        var everybody = new int[volunteers.length];
        members[Skills.MOST] = everybody;
        for (int who = volunteers.length - 1; who >= 0; who--) {
            everybody[who] = who;
            enter(who, volunteers[who].skills().low(), 0, counts, members);
            enter(who, volunteers[who].skills().high(), Long.SIZE, counts, members);
        }
        return members;
    }

    private static void count(long skills, int first, int[] counts) {
        for (long left = skills; left != 0; left &= left - 1) {
            counts[first + Long.numberOfTrailingZeros(left)]++;
        }
    }

    /** From the last to the first, so that each list is filled backwards and the counts run out. */
    private static void enter(int who, long skills, int first, int[] left, int[][] members) {
        for (long rest = skills; rest != 0; rest &= rest - 1) {
            int skill = first + Long.numberOfTrailingZeros(rest);
            members[skill][--left[skill]] = who;
        }
    }
}
