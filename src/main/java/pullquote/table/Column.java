package pullquote.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a column means, in a sentence for the analyst. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
    /** {@return the meaning, and when the column is null} */
    String value();

    /** {@return what a column that is never null holds in rows that are older than the column; none for a first column} */
    String[] before() default {};
}
