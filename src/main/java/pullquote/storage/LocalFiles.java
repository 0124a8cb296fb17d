package pullquote.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Hadoop's view of the local disk, without check-sum files beside the data, and what it lacks: fsync. */
final class LocalFiles {
    private static final Configuration CONFIGURATION = configuration();

    private LocalFiles() {}

    /** {@return a configuration that reads no files and names the raw local file system} */
    static Configuration configuration() {
        Configuration configuration = new Configuration(false);
        configuration.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
        configuration.setBoolean("fs.file.impl.disable.cache", true);
        return configuration;
    }

    static Configuration shared() {
        return CONFIGURATION;
    }

    static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path(path.toAbsolutePath().toUri());
    }

    /** Waits until a file's bytes, or a folder's entries, are on the disk. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
