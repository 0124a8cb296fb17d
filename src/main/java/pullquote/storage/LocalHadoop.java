package pullquote.storage;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;

/**
 * Hadoop's view of the local disk: the raw file system, so no checksum files appear beside the tables.
 *
 * <p>The file system is handed to Parquet directly, not found through {@code FileSystem.get}: the cache behind that
 * logs the user in first. No resource is loaded into the configuration either. Both cost time at every start.
 */
final class LocalHadoop {
    private static final Configuration SETTINGS = settings();
    private static final FileSystem DISK = disk();
    /** Opens files for writing; tests put one in its place that fails. */
    private static volatile Opener opener = FileOutputStream::new;

    private LocalHadoop() {}

    /** Opens a file for writing. */
    interface Opener {
        OutputStream open(File file, boolean append) throws IOException;
    }

    /** Has files opened in another way from now on. */
    static void openWith(Opener other) {
        opener = other;
    }

    static HadoopOutputFile output(java.nio.file.Path file) throws IOException {
        return HadoopOutputFile.fromPath(new LocalPath(file), SETTINGS);
    }

    static HadoopInputFile input(java.nio.file.Path file) throws IOException {
        return HadoopInputFile.fromPath(new LocalPath(file), SETTINGS);
    }

    /** {@return a copy of the settings, for a writer to add its own} */
    static Configuration configuration() {
        return new Configuration(SETTINGS);
    }

    private static Configuration settings() {
        Configuration settings = new Configuration(false);
        settings.setClass("fs.file.impl", UmaskFileSystem.class, FileSystem.class);
        settings.setBoolean("parquet.hadoop.vectored.io.enabled", false);
        return settings;
    }

    private static FileSystem disk() {
        FileSystem disk = new UmaskFileSystem();
        try {
            disk.initialize(URI.create("file:///"), SETTINGS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the local file system", e);
        }
        return disk;
    }

    /** A path that knows its file system. */
    private static final class LocalPath extends Path {
        LocalPath(java.nio.file.Path file) {
            super(file.toUri());
        }

        @Override
        public FileSystem getFileSystem(Configuration conf) {
            return DISK;
        }
    }

    /**
     * Makes files and directories as Java does, with the process's umask; Hadoop would look for its native library and
     * run {@code chmod} for each.
     */
    private static final class UmaskFileSystem extends RawLocalFileSystem {
        @Override
        protected OutputStream createOutputStreamWithMode(Path file, boolean append, FsPermission permission)
                throws IOException {
            return opener.open(pathToFile(file), append);
        }

        @Override
        public boolean mkdirs(Path directory) throws IOException {
            Files.createDirectories(pathToFile(directory).toPath());
            return true;
        }
    }
}
