package pullquote.intake;

import java.nio.file.Path;

/**
 * A file of the input as it was when the batch was planned.
 *
 * @param uri its path relative to the input folder, as the tables show it
 * @param path where it lies
 * @param size its length in bytes then
 * @param modified its time of last change then, in milliseconds since the epoch
 */
public record InputFile(String uri, Path path, long size, long modified) {

    /** {@return the path as a table shows it: with slashes; percent signs, hashes and control characters escaped} */
    public static String uriOf(Path relative) {
        String name = relative.toString().replace('\\', '/');
        StringBuilder uri = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '%' || c == '#' || Character.isISOControl(c)) {
                uri.append('%').append(String.format(java.util.Locale.ROOT, "%02X", (int) c));
            } else {
                uri.append(c);
            }
        }
        return uri.toString();
    }

    /** {@return where a file lies, by its name in the tables} */
    public static Path resolve(Path root, String uri) {
        if (uri.indexOf('%') < 0) {
            return root.resolve(uri);
        }
        StringBuilder name = new StringBuilder(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '%' && i + 2 < uri.length()) {
                name.append((char) Integer.parseInt(uri.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                name.append(c);
            }
        }
        return root.resolve(name.toString());
    }
}
