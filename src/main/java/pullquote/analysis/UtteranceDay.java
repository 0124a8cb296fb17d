package pullquote.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.dispatch.Dispatch;
import pullquote.quote.Quotation;
import pullquote.time.Timex3;

/** Decides on which day something was said. */
final class UtteranceDay {
    private UtteranceDay() {}

    static DatedQuotation date(Quotation quotation, List<Timex3> times, Dispatch dispatch) {
        Optional<LocalDate> day = times.isEmpty() ? dispatch.referenceTime().day() : Optional.empty();
        return new DatedQuotation(
                quotation, day, day.map(LocalDate::toString), quotation.confidence(), quotation.rule());
    }
}
