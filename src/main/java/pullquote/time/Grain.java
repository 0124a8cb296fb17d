package pullquote.time;

/** The units that calendars and durations count in, with their letters in TIMEX3. */
enum Grain {
    SECOND("T", "S"),
    MINUTE("T", "M"),
    HOUR("T", "H"),
    DAY("", "D"),
    WEEK("", "W"),
    FORTNIGHT("", "W"),
    MONTH("", "M"),
    QUARTER("", "Q"),
    YEAR("", "Y"),
    DECADE("", "DE"),
    CENTURY("", "CE"),
    MILLENNIUM("", "ML"),
    WEEKEND("", "WE"),
    SEMESTER("", "M");

    private final String clock;
    private final String letter;

    Grain(String clock, String letter) {
        this.clock = clock;
        this.letter = letter;
    }

    /** {@return whether it divides a day} */
    boolean ofClock() {
        return this == SECOND || this == MINUTE || this == HOUR;
    }

    /** {@return the grain of a lexicon value} */
    static Grain of(int number) {
        return values()[number - 1];
    }

    /** {@return a duration: {@code P3D}, {@code PT2H}, {@code P2Y6M} for two and a half years} */
    String duration(double count) {
        if (this == FORTNIGHT || this == SEMESTER) {
            return (this == FORTNIGHT ? WEEK : MONTH).duration(count * (this == FORTNIGHT ? 2 : 6));
        }
        if (this == DECADE && count != 1) {
            return YEAR.duration(count * 10);
        }
        if (this == CENTURY && count != 1) {
            return YEAR.duration(count * 100);
        }
        long whole = (long) count;
        boolean half = count - whole > 0.4 && count - whole < 0.6;
        if (half && this == YEAR) {
            return whole == 0 ? "P6M" : "P" + whole + "Y6M";
        }
        if (half && (this == HOUR || this == MINUTE)) {
            String rest = this == HOUR ? "30M" : "30S";
            return "PT" + (whole == 0 ? "" : whole + letter) + rest;
        }
        if (half && this == DAY) {
            return "PT" + (whole * 24 + 12) + "H";
        }
        String number = count == whole ? Long.toString(whole) : Double.toString(count);
        return "P" + clock + number + letter;
    }

    /** {@return a duration of unknown length: {@code PXY}, {@code PTXH}} */
    String vague() {
        return "P" + clock + "X" + letter;
    }
}
