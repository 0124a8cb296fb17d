package pullquote.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pullquote.dispatch.Dispatch;
import pullquote.quote.Person;
import pullquote.quote.Quotation;
import pullquote.time.Timex3;

/**
 * A dispatch with all that was found in it.
 *
 * @param dispatch its fields and body
 * @param timexes the body's time expressions, in order
 * @param quotations the attributions, in order, each with its day of utterance
 * @param persons the persons, organisations and places named in the story; quotations point into this list
 * @param places the places of the dateline and the story
 */
public record AnnotatedDispatch(
        Dispatch dispatch,
        List<Timex3> timexes,
        List<DatedQuotation> quotations,
        List<Person> persons,
        List<NamedPlace> places)
        implements Outcome {

    /**
     * A quotation and the day on which it was uttered.
     *
     * @param quotation what was said, by whom
     * @param saidOn the day of utterance
     * @param saidOnValue its TIMEX3 value
     * @param basis what the day was read from; empty where there is none
     * @param saidOnConfidence the probability that the day is right; empty where there is none
     * @param confidence how sure the row is, the day's certainty included
     * @param rule what decided, the day's rule included
     */
    public record DatedQuotation(
            Quotation quotation,
            Optional<LocalDate> saidOn,
            Optional<String> saidOnValue,
            Optional<Basis> basis,
            OptionalDouble saidOnConfidence,
            double confidence,
            String rule) {}

    public AnnotatedDispatch {
        timexes = List.copyOf(timexes);
        quotations = List.copyOf(quotations);
        persons = List.copyOf(persons);
        places = List.copyOf(places);
    }
}
