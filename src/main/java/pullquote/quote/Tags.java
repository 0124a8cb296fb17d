package pullquote.quote;

import java.util.List;

/** Parts of speech, as Universal Dependencies names them, by number; 0 is unknown. */
final class Tags {
    static final List<String> NAMES = List.of(
            "?", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X");
    static final int ADJ = 1, ADP = 2, ADV = 3, AUX = 4, CCONJ = 5, DET = 6, NOUN = 8, NUM = 9, PART = 10, PRON = 11;
    static final int PROPN = 12, PUNCT = 13, SCONJ = 14, VERB = 16;

    private Tags() {}
}
