package uk.gov.datashare.connectors.email.reply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.james.mime4j.stream.MimeTokenStream;

/** Gathers the texts of a mail, up to what is worth reading; a client that writes around a picture sends one text in two parts. */
final class TextParts {

    private static final int MOST_PLAIN = 256 * 1024;
    private static final int MOST_HTML = 1024 * 1024;

    private final List<String> plain = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder report = new StringBuilder();

    void take(PartHeader part, MimeTokenStream stream) throws IOException {
        switch (part.type()) {
            case "text/plain" -> {
                if (!part.isAttached()) {
                    String text = read(part, stream, MOST_PLAIN);
                    plain.addAll(PlainText.lines(text, part.parameter("format"), part.parameter("delsp")));
                }
            }
            case "text/html" -> {
                if (!part.isAttached() && html.length() < MOST_HTML) {
                    html.append(read(part, stream, MOST_HTML)).append('\n');
                }
            }
            case "message/delivery-status", "message/global-delivery-status" ->
                report.append(read(part, stream, MOST_PLAIN));
            default -> {
            }
        }
    }

    private static String read(PartHeader part, MimeTokenStream stream, int most) throws IOException {
        return Charsets.decode(stream.getDecodedInputStream().readNBytes(most), part.parameter("charset"));
    }

    List<String> plain() {
        return plain;
    }

    String html() {
        return html.toString();
    }

    String report() {
        return report.toString();
    }
}
