package pullquote.batch;

/** Tells, file by file, where a batch is cut into splits of about equal weight. */
final class SplitCuts {
    private final long target;
    private final long most;
    private long end;
    private long passed;
    private long begin;
    private boolean empty = true;

    /**
     * @param weight of the whole batch
     * @param most that a split weighs, unless one file weighs more
     * @param fewest splits to make, if there are as many files
     */
    SplitCuts(long weight, long most, long fewest) {
        this.most = most;
        target = weight / Math.max(1, Math.max(fewest, (weight + most - 1) / most)) + 1;
        end = target;
    }

    /** {@return whether a split ends before the next file: there the batch so far is nearest to what it should be} */
    boolean before(long next) {
        boolean due = passed + next / 2 >= end;
        boolean cut = !empty && (due || passed - begin + next > most);
        if (cut) {
            // where no more fitted, or a file outweighed a split, what was planned no longer holds
            end = due ? Math.max(end, passed - target / 2) + target : passed + target;
            begin = passed;
        }
        passed += next;
        empty = false;
        return cut;
    }
}
