package uk.gov.datashare.connectors.backbone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** That one process at a time uses a folder. The operating system lets go of it when the process ends, however it ends. */
record FolderLock(FileChannel file) implements AutoCloseable {

    private static final String NAME = "in-use.lock";

    /**
     * Takes the folder, making it where it is missing.
     *
     * @throws BackboneException when another process, or another broker in this one, has it
     */
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(file).isEmpty()) {
                file.close();
                throw new BackboneException("Another hub is using the data folder " + folder.toAbsolutePath()
                        + ". Stop that one first, or give this one a folder of its own with hub.data-folder");
            }
            return new FolderLock(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "The data folder " + folder.toAbsolutePath() + " cannot be used: check that it may be written to",
                    unusable);
        }
    }

    private static Optional<FileLock> lock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }
}
