package uk.gov.datashare.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Purpose;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.Terms;

/** What a request says in free words, that is, what the hub shows to people and keeps. */
final class Texts {

    /** One text and where it stands. */
    record Text(String pointer, String words) {}

    private static final String PROPOSAL = "/proposal";

    private Texts() {}

    /** Every text; the people who ask are named elsewhere, and stay behind. */
    static Stream<Text> of(ShareRequest request) {
        Proposal proposal = request.proposal();
        return Stream.of(
                Stream.of(new Text(PROPOSAL + "/title", proposal.title()),
                        new Text(PROPOSAL + "/plainSummary", proposal.plainSummary()),
                        new Text(PROPOSAL + "/impactIfRefused", proposal.impactIfRefused())),
                ofData(PROPOSAL + "/data", proposal.data()),
                ofPurpose(PROPOSAL + "/purpose", proposal.purpose()),
                proposal.dataProtection().stream()
                        .flatMap(each -> all(PROPOSAL + "/dataProtection/lawfulBases", "/explanation",
                                each.lawfulBases(), basis -> basis.explanation())),
                ofTerms(PROPOSAL + "/terms", proposal.terms()),
                request.supplementary().entrySet().stream()
                        .map(answer -> new Text(QuestionRules.pointer(answer.getKey()), answer.getValue())))
                .flatMap(texts -> texts);
    }

    private static Stream<Text> ofData(String at, Data data) {
        return Stream.of(
                all(at + "/assets", "/title", data.assets(), Data.Asset::title),
                all(at + "/items", "/name", data.items(), Data.Item::name),
                all(at + "/items", "/description", data.items(), Data.Item::description),
                data.subjects().stream()
                        .map(subjects -> new Text(at + "/subjects/description", subjects.description())),
                data.subjects().stream().flatMap(subjects -> all(at + "/subjects/groups", "", subjects.groups(),
                        group -> group)))
                .flatMap(texts -> texts);
    }

    private static Stream<Text> ofPurpose(String at, Purpose purpose) {
        return Stream.of(
                all(at + "/aims", "/text", purpose.aims(), Purpose.Aim::text),
                Stream.of(new Text(at + "/howDataHelps", purpose.howDataHelps())),
                all(at + "/benefits", "", purpose.benefits(), benefit -> benefit),
                maybe(at + "/automatedDecisions", purpose.automatedDecisions()),
                maybe(at + "/urgency/reason", purpose.urgency().flatMap(Purpose.Urgency::reason)))
                .flatMap(texts -> texts);
    }

    private static Stream<Text> ofTerms(String at, Terms terms) {
        return Stream.of(
                terms.retention().stream()
                        .map(retention -> new Text(at + "/retention/startsFrom", retention.startsFrom())),
                Stream.of(new Text(at + "/disposal/description", terms.disposal().description())),
                maybe(at + "/onward/conditions", terms.onward().conditions()),
                maybe(at + "/costs", terms.costs()))
                .flatMap(texts -> texts);
    }

    private static Stream<Text> maybe(String pointer, Optional<String> words) {
        return words.stream().map(said -> new Text(pointer, said));
    }

    private static <T> Stream<Text> all(String pointer, String field, List<T> elements, Function<T, String> words) {
        return IntStream.range(0, elements.size())
                .mapToObj(i -> new Text(pointer + "/" + i + field, words.apply(elements.get(i))));
    }
}
