package uk.gov.datashare.publication;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Party;

/**
 * A memorandum as it is laid out for a reader: headings with lines and tables under them, all of it plain text that the
 * template escapes.
 *
 * @param reference    the arrangement's id
 * @param title        its title
 * @param summary      what it is, in plain English
 * @param status       whether it is in force
 * @param documentHash what was signed
 * @param sections     the rest, heading by heading
 */
record MemorandumPage(String reference, String title, String summary, String status, String documentHash,
        List<Section> sections) {

    /** A heading with what stands under it. */
    record Section(String heading, List<Line> lines, List<Table> tables) {}

    /** A name and what it is. */
    record Line(String name, String value) {}

    /** Rows under column headings; {@code caption} says what they are. */
    record Table(String caption, List<String> columns, List<List<String>> rows) {}

    static MemorandumPage of(Arrangement arrangement) {
        Memorandum agreed = arrangement.memorandum();
        Map<String, String> names = agreed.parties().stream()
                .collect(toMap(Party::organisationId, Party::name, (first, _) -> first));
        var sections = new MemorandumSections(names);
        return new MemorandumPage(arrangement.arrangementId(), agreed.title(), agreed.plainSummary(),
                Words.of(arrangement.status()), arrangement.documentHash(),
                Stream.of(Optional.of(sections.about(arrangement)), Optional.of(sections.parties(agreed)),
                        Optional.of(sections.purpose(agreed.purpose())), Optional.of(sections.data(agreed.data())),
                        Optional.of(sections.law(agreed.legal())),
                        agreed.dataProtection().map(sections::dataProtection),
                        Optional.of(sections.delivery(agreed)), Optional.of(sections.terms(agreed.terms())),
                        sections.conditions(agreed), Optional.of(sections.agreement(arrangement)))
                        .flatMap(Optional::stream).toList());
    }
}
