package pullquote.cli;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import pullquote.table.Column;
import pullquote.table.Table;

/** {@code schema}: the tables, their columns, types and meaning. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Shows the tables, their columns, types and meaning. A star marks columns that are never null.",
        footerHeading = "%nExamples:%n",
        footer = "  jobs/pullquote schema")
final class SchemaCommand implements Callable<Integer> {
    private static final Map<Type, String> TYPES = Map.of(
            String.class, "string",
            int.class, "int32",
            long.class, "int64",
            double.class, "double",
            boolean.class, "boolean",
            Instant.class, "timestamp (UTC, micros)",
            LocalDate.class, "date");

    @Override
    public Integer call() {
        for (Table table : Table.values()) {
            System.out.printf("%s: %s%n", table.tableName(), table.meaning());
            for (RecordComponent component : table.row().getRecordComponents()) {
                Column column = component.getAnnotation(Column.class);
                System.out.printf(
                        "  %-18s %-26s %s%n",
                        snakeCase(component.getName()) + (isNullable(component.getAnnotatedType()) ? "" : "*"),
                        type(component.getGenericType()),
                        column == null ? "" : column.value());
            }
            System.out.println();
        }
        return ExitCode.OK;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return "list<" + type(list.getActualTypeArguments()[0]) + ">";
        }
        if (type instanceof Class<?> row && row.isRecord()) {
            return Stream.of(row.getRecordComponents())
                    .map(c -> snakeCase(c.getName()) + " " + type(c.getGenericType()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return TYPES.getOrDefault(type, type.getTypeName());
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
