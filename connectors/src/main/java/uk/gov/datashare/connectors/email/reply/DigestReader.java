package uk.gov.datashare.connectors.email.reply;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.email.reply.DigestLines.Lines;
import uk.gov.datashare.connectors.email.reply.Meaning.Clear;
import uk.gov.datashare.connectors.email.reply.Meaning.Vague;
import uk.gov.datashare.connectors.email.reply.ReplyReader.Opened;
import uk.gov.datashare.connectors.email.reply.ReplyReader.Own;

/**
 * Reads a reply to a digest. Lines are {@code 1 approve}, {@code 2 query: how long is it kept?}, {@code 3-5 approve},
 * {@code 2, 4 reject: why}, {@code all approve}; the words after the number mean what they mean in a reply to one letter,
 * and lines without a number belong to the line above. A line that is open to doubt leaves the other lines alone. Pure, and
 * it never throws.
 */
public final class DigestReader {

    private final ReplyReader reader;

    /** A reader of digests beside the hub's reader of replies. */
    public DigestReader(ReplyReader reader) {
        this.reader = requireNonNull(reader);
    }

    /**
     * What a mail says about the items of a digest.
     *
     * @param raw    the mail as the mailbox gave it
     * @param digest the lines of the digest that it answers, so that none of them is taken for the writer's
     * @param items  how many items the digest has, numbered from 1
     */
    public DigestReading read(byte[] raw, LetterLines digest, int items) {
        return switch (reader.open(raw, _ -> digest)) {
            case Opened.Known(var reading) -> new DigestReading.Whole(reading);
            case Opened.Person(var own) -> read(own, items);
        };
    }

    private static DigestReading read(Own own, int items) {
        Lines lines = own.renderings().stream().map(written -> DigestLines.read(written, items))
                .reduce(DigestReader::agreed)
                .orElse(Lines.NONE);
        boolean answers = lines.items().values().stream().anyMatch(meaning -> meaning instanceof Clear);
        return answers
                ? answers(lines, own.provenance())
                : own.machine().<DigestReading>map(DigestReading.Whole::new)
                        .orElseGet(() -> unanswered(lines, own.provenance()));
    }

    private static DigestReading unanswered(Lines lines, Provenance provenance) {
        return lines.items().isEmpty() && lines.strays().isEmpty()
                ? new DigestReading.Whole(new Reading.Unclear(provenance.by("unclear.empty"), "",
                        "There was nothing above the quoted mail."))
                : answers(lines, provenance);
    }

    private static DigestReading answers(Lines lines, Provenance provenance) {
        SortedMap<Integer, Reading> items = new TreeMap<>();
        lines.items().forEach((number, meaning) -> items.put(number, ReplyReader.reading(meaning, provenance)));
        return new DigestReading.Answers(provenance.by("digest.answers"), items,
                lines.strays().stream().map(stray -> unclear(stray, provenance)).toList());
    }

    private static Reading.Unclear unclear(Vague vague, Provenance provenance) {
        return new Reading.Unclear(provenance.by(vague.rule()), vague.firstLine(), vague.why());
    }

    /** Item by item, for which of the two renderings its writer saw, nobody knows. */
    private static Lines agreed(Lines plain, Lines html) {
        SortedMap<Integer, Meaning> items = new TreeMap<>();
        Stream.of(plain, html).flatMap(lines -> lines.items().keySet().stream()).forEach(
                number -> items.put(number, agreed(Optional.ofNullable(plain.items().get(number)),
                        Optional.ofNullable(html.items().get(number)))));
        List<Vague> strays = plain.strays().isEmpty() ? html.strays() : plain.strays();
        return new Lines(items, strays);
    }

    private static Meaning agreed(Optional<Meaning> plain, Optional<Meaning> html) {
        Meaning missing = new Vague("unclear.parts-differ", "",
                "It stands in one part of the mail and not in the other.");
        return Renderings.agreed(plain.orElse(missing), html.orElse(missing));
    }
}
