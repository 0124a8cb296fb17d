package pullquote.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 in which a database can be opened, and what a process left half done in it rolled back, while the
 * file on the disk stays as it is: whatever is written goes to memory and is gone when the file is closed.
 *
 * <p>H2's own read-only mode would not do: it takes a lock, which a running job holds, and it can't roll back more than
 * a few megabytes. Files other than the database's own are neither seen nor made.
 */
public final class OverlayFiles extends FilePathWrapper {
    static final String SCHEME = "overlay";

    /** Up to this many bytes are read at once, at a moment when nobody writes; of a larger file, parts as they are wanted. */
    static final long IMAGE = 128 << 20;

    private static final String DATABASE = ".mv.db";
    private static final int TRIES = 100;
    private static final long PAUSE_MILLIS = 10;
    private static final int BLOCK = 4096;

    /** Makes the scheme known to H2. */
    static void register() {
        FilePath.register(new OverlayFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path path = Path.of(getBase().toString());
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new Overlay(file, file.size() > IMAGE ? Optional.empty() : Optional.of(image(path, file)));
        } catch (IOException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    /** {@return the whole file as it is between two writes} */
    private static ByteBuffer image(Path path, FileChannel file) throws IOException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            FileMark before = FileMark.of(path);
            if (before.isSettled(System.currentTimeMillis())) {
                ByteBuffer image = ByteBuffer.allocate((int) before.size());
                while (image.hasRemaining() && file.read(image, image.position()) >= 0) {
                    // until all of it is read
                }
                if (before.equals(FileMark.of(path))) {
                    return image.flip();
                }
            }
            pause();
        }
        throw new IOException("a file that is written to all the time");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    @Override
    public boolean exists() {
        return isDirectory() || (name.endsWith(DATABASE) && super.exists());
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    @Override
    public void createDirectory() {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public boolean createFile() {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void delete() {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void moveTo(FilePath target, boolean atomicReplace) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public OutputStream newOutputStream(boolean append) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public boolean setReadOnly() {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public FilePath createTempFile(String suffix, boolean inTempDir) {
        throw new UnsupportedOperationException(name);
    }

    /** A file with what was written over it, in blocks. */
    private static final class Overlay extends FileBaseDefault {
        private final FileChannel file;
        private final Optional<ByteBuffer> image;
        private final Map<Long, ByteBuffer> written = new HashMap<>();
        private long size;

        Overlay(FileChannel file, Optional<ByteBuffer> image) throws IOException {
            this.file = file;
            this.image = image;
            this.size = image.isPresent() ? image.get().limit() : file.size();
        }

        @Override
        public synchronized long size() {
            return size;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            if (position >= size) {
                return -1;
            }
            int length = (int) Math.min(target.remaining(), size - position);
            int done = 0;
            while (done < length) {
                long at = position + done;
                int offset = (int) (at % BLOCK);
                int part = Math.min(length - done, BLOCK - offset);
                ByteBuffer block = written.get(at / BLOCK);
                if (block != null) {
                    target.put(block.duplicate().limit(offset + part).position(offset));
                } else {
                    readFile(target, at, part);
                }
                done += part;
            }
            return length;
        }

        /** What is beyond the file's end, as after it was cut, is read as zeros. */
        private void readFile(ByteBuffer target, long position, int length) throws IOException {
            ByteBuffer part = target.slice(target.position(), length);
            if (image.isPresent()) {
                ByteBuffer bytes = image.get().duplicate();
                int from = (int) Math.min(position, bytes.limit());
                part.put(bytes.slice(from, Math.min(length, bytes.limit() - from)));
            } else {
                while (part.hasRemaining() && file.read(part, position + part.position()) >= 0) {
                    // until all of it is read
                }
            }
            while (part.hasRemaining()) {
                part.put((byte) 0);
            }
            target.position(target.position() + length);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int length = source.remaining();
            while (source.hasRemaining()) {
                long at = position + length - source.remaining();
                int offset = (int) (at % BLOCK);
                int part = Math.min(source.remaining(), BLOCK - offset);
                ByteBuffer block = block(at / BLOCK);
                block.duplicate().position(offset).put(source.duplicate().limit(source.position() + part));
                source.position(source.position() + part);
            }
            size = Math.max(size, position + length);
            return length;
        }

        private ByteBuffer block(long number) throws IOException {
            ByteBuffer block = written.get(number);
            if (block == null) {
                block = ByteBuffer.allocate(BLOCK);
                readFile(block, number * BLOCK, BLOCK);
                block.clear();
                written.put(number, block);
            }
            return block;
        }

        @Override
        protected synchronized void implTruncate(long newSize) {
            size = Math.min(size, newSize);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            written.clear();
            file.close();
        }

        /** Nobody else sees what is written here, so nothing has to be locked. */
        @Override
        public FileLock tryLock(long position, long length, boolean shared) {
            return new FileLock(this, position, length, shared) {
                @Override
                public boolean isValid() {
                    return true;
                }

                @Override
                public void release() {}
            };
        }
    }
}
