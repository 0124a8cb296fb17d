package pullquote.quote;

import java.util.List;

/**
 * All that was found in one body.
 *
 * @param quotations the attributions, in order of their content
 * @param persons the persons and organisations named; quotations point into this list
 * @param passedOver how many cues were not looked into, as they stood thicker than in news; 0 in nearly all copy
 */
public record Attributions(List<Quotation> quotations, List<Person> persons, int passedOver) {
    public Attributions {
        quotations = List.copyOf(quotations);
        persons = List.copyOf(persons);
    }

    public static Attributions none() {
        return new Attributions(List.of(), List.of(), 0);
    }
}
