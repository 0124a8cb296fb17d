package pullquote.batch;

import pullquote.intake.InputFile;

/**
 * A file of the frozen manifest.
 *
 * @param position its place in the batch's order
 * @param fileId its number in the ledger
 * @param file the file as it was then
 * @param version which delivery under this name it is, from 1
 * @param split the split that reads it
 * @param rowVersion the version of its new dispatches
 * @param isReused whether its name stood for other dispatches before, which stay
 */
record PlannedFile(
        int position, long fileId, InputFile file, int version, int split, int rowVersion, boolean isReused) {}
