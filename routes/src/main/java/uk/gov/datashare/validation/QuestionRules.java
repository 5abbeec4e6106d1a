package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.error;
import static uk.gov.datashare.validation.Finding.warning;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Question;

/** Rules about what suppliers ask of everybody who wants their data, or one of their assets. */
final class QuestionRules {

    private static final String ANSWERS = "/supplementary";
    private static final int MOST_DIGITS = 30;

    static final List<Rule> ALL = List.of(new Rule("V30",
            "The questions of the suppliers and of the assets that are asked for are answered as they ask.",
            QuestionRules::questionsAreAnswered));

    /** A question and whose it is. */
    private record Asked(Organisation supplier, Question question) {}

    private QuestionRules() {}

    private static Stream<Finding> questionsAreAnswered(Submission s) {
        List<Asked> asked = asked(s);
        Map<String, String> answers = s.request().supplementary();
        if (asked.isEmpty() && answers.isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                asked.stream().flatMap(one -> Optional.ofNullable(answers.get(one.question().id()))
                        .map(answer -> answered(one, answer))
                        .orElseGet(() -> missing(one))),
                unasked(asked, answers));
    }

    /** What each supplier asks of everybody, and what it asks for those of its assets that are wanted; each question once. */
    private static List<Asked> asked(Submission s) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        s.parties().suppliers().stream().flatMap(id -> s.organisation(id).stream()).forEach(supplier -> {
            var ofAssets = s.data().assets().stream().filter(asset -> asset.supplier().equals(supplier.id()))
                    .flatMap(asset -> supplier.asset(asset.assetId()).stream())
                    .flatMap(asset -> asset.questions().stream());
            Stream.concat(supplier.questions().stream(), ofAssets).forEach(
                    question -> asked.putIfAbsent(supplier.id() + " " + question.id(), new Asked(supplier, question)));
        });
        return List.copyOf(asked.values());
    }

    private static Stream<Finding> missing(Asked asked) {
        return error(pointer(asked.question().id()),
                asked.supplier().name() + " asks: \"" + asked.question().text() + "\", and there is no answer.",
                "Add one to supplementary, by the id " + asked.question().id() + ". " + form(asked.question()))
                .when(asked.question().compulsory());
    }

    private static Stream<Finding> answered(Asked asked, String answer) {
        Question question = asked.question();
        Finding finding = error(pointer(question.id()),
                "This is no answer to the question of " + asked.supplier().name() + ", \"" + question.text() + "\".",
                form(question));
        return inItsForm(question, answer)
                .map(better -> finding.mendedBy(Patch.put(pointer(question.id()), better)))
                .orElse(finding).when(!fits(question, answer));
    }

    private static Stream<Finding> unasked(List<Asked> asked, Map<String, String> answers) {
        Set<String> ids = new HashSet<>();
        asked.forEach(one -> ids.add(one.question().id()));
        return answers.keySet().stream().filter(id -> !ids.contains(id)).sorted()
                .map(id -> warning(pointer(id), "None of the suppliers asks a question of this id.",
                        asked.isEmpty()
                                ? "Take the answer out: nothing is asked beyond what the hub asks."
                                : "Check the id. They ask: " + String.join(", ", ids.stream().sorted().toList())
                                        + "."));
    }

    private static boolean fits(Question question, String answer) {
        return switch (question.kind()) {
            case TEXT -> !answer.isBlank();
            case YES_NO -> answer.equals("YES") || answer.equals("NO");
            case CHOICE -> question.choices().contains(answer);
            case DATE -> isDate(answer);
            case NUMBER -> isNumber(answer);
        };
    }

    /** The one answer that is meant, where letter case and spaces around it are all that is wrong. */
    private static Optional<String> inItsForm(Question question, String answer) {
        List<String> choices = switch (question.kind()) {
            case YES_NO -> List.of("YES", "NO");
            case CHOICE -> question.choices();
            case TEXT, DATE, NUMBER -> fits(question, answer.strip()) ? List.of(answer.strip()) : List.of();
        };
        List<String> meant = choices.stream().filter(choice -> choice.equalsIgnoreCase(answer.strip())).toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static String form(Question question) {
        return switch (question.kind()) {
            case TEXT -> "Answer in words.";
            case YES_NO -> "Answer YES or NO.";
            case CHOICE -> "Answer one of: " + String.join("; ", question.choices()) + ".";
            case DATE -> "Answer a date, such as 2027-04-30.";
            case NUMBER -> "Answer a number, such as 12 or 0.5, without separators.";
        };
    }

    private static boolean isDate(String answer) {
        try {
            LocalDate.parse(answer);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    /** An optional minus, digits, and at most one point between digits. */
    private static boolean isNumber(String answer) {
        String digits = answer.startsWith("-") ? answer.substring(1) : answer;
        int point = digits.indexOf('.');
        return digits.length() <= MOST_DIGITS && point != 0 && !digits.endsWith(".") && !digits.isEmpty()
                && digits.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
                && digits.indexOf('.', point + 1) <= point;
    }

    /** Where the answer to the question of this id stands. */
    static String pointer(String id) {
        return ANSWERS + "/" + id;
    }
}
