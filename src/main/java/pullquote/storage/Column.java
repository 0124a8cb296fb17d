package pullquote.storage;

/**
 * A column, as documentation shows it.
 *
 * @param name its name in snake_case
 * @param type what it holds: {@code string}, {@code int}, {@code long}, {@code boolean}, {@code double},
 *     {@code timestamp}, {@code date}, {@code list<string>}, {@code list<{start: int, end: int}>}
 * @param required whether it is never null
 */
public record Column(String name, String type, boolean required) {}
