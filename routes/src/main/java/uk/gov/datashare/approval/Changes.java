package uk.gov.datashare.approval;

import java.util.List;
import java.util.function.Function;

import uk.gov.datashare.contracts.Proposal;

/** Which sections of a proposal differ from another version of it, in words. */
final class Changes {

    /** A section, and the words for it. */
    private record Section(String name, Function<Proposal, Object> content) {

        boolean differs(Proposal one, Proposal other) {
            return !content.apply(one).equals(content.apply(other));
        }
    }

    private static final List<Section> SECTIONS = List.of(new Section("the title", Proposal::title),
            new Section("the summary", Proposal::plainSummary),
            new Section("what would happen without the data", Proposal::impactIfRefused),
            new Section("who shares with whom", Proposal::parties), new Section("which data", Proposal::data),
            new Section("what it is for", Proposal::purpose), new Section("the legal power", Proposal::legal),
            new Section("the lawful basis", Proposal::dataProtection),
            new Section("the impact assessment", Proposal::dpia), new Section("the classification", Proposal::security),
            new Section("how the data travels", Proposal::delivery),
            new Section("for how long, and what happens afterwards", Proposal::terms));

    private Changes() {}

    /** The sections in which the two differ, in the order of a proposal; none when they are equal. */
    static List<String> between(Proposal earlier, Proposal later) {
        return SECTIONS.stream().filter(section -> section.differs(earlier, later)).map(Section::name).toList();
    }
}
