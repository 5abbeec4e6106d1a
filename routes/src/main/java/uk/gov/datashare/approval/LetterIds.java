package uk.gov.datashare.approval;

import java.util.Locale;

import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.RecordedEvent;

/** Names letters after the event that they are owed for, so that the same event always leads to the same letters. */
final class LetterIds {

    private LetterIds() {}

    /** The letter of this kind about this task that the event leads to. */
    static String of(RecordedEvent event, String taskId, Letter.Kind kind) {
        return String.join(".", event.requestId().toLowerCase(Locale.ROOT), taskId.toLowerCase(Locale.ROOT),
                "v" + event.version(), kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Long.toString(event.sequence()));
    }

    /** The same for one more reader, counted from 1; the first has the plain name. */
    static String of(RecordedEvent event, String taskId, Letter.Kind kind, int reader) {
        String first = of(event, taskId, kind);
        return reader == 1 ? first : first + "." + reader;
    }
}
