package pullquote.batch;

/** Tells, file by file, where a batch is cut into splits of about equal weight. */
final class SplitCuts {
    private final long target;
    private long end;
    private long passed;
    private boolean empty = true;

    /**
     * @param weight of the whole batch
     * @param splits how many there are to be; a file that weighs more than a split makes one more
     */
    SplitCuts(long weight, long splits) {
        target = weight / Math.max(1, splits) + 1;
        end = target;
    }

    /** {@return whether a split ends before the next file: there the batch so far is nearest to what it should be} */
    boolean before(long next) {
        boolean cut = !empty && passed + next / 2 >= end;
        if (cut) {
            // after a file that outweighs a split, what was planned is behind
            end = Math.max(end, passed - target / 2) + target;
        }
        passed += next;
        empty = false;
        return cut;
    }
}
