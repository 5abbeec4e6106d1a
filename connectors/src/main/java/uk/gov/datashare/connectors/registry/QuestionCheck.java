package uk.gov.datashare.connectors.registry;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.OwnRule;
import uk.gov.datashare.contracts.Question;

/** What must hold of the questions and rules that an organisation sets itself, so that an answer and a reason name one of them only. */
final class QuestionCheck {

    private QuestionCheck() {}

    /** What is wrong with one organisation's questions, those of its assets included, and with the ids of its rules. */
    static List<String> problems(Organisation organisation) {
        List<Question> questions = Stream.concat(organisation.questions().stream(),
                organisation.assets().stream().flatMap(asset -> asset.questions().stream())).toList();
        List<String> problems = new ArrayList<>();
        twice(questions.stream().map(Question::id))
                .forEach(id -> problems.add("the question " + id + " is asked twice"));
        for (Question question : questions) {
            boolean choice = question.kind() == Question.Kind.CHOICE;
            if (choice && question.choices().size() < 2) {
                problems.add("the question " + question.id() + " leaves no choice: it needs two answers or more");
            }
            if (!choice && !question.choices().isEmpty()) {
                problems.add("the question " + question.id() + " lists choices, but its kind is " + question.kind());
            }
        }
        twice(organisation.rules().stream().map(OwnRule::id))
                .forEach(id -> problems.add("the rule " + id + " is given twice"));
        return problems;
    }

    private static Stream<String> twice(Stream<String> ids) {
        return ids.collect(groupingBy(Function.identity(), TreeMap::new, Collectors.counting())).entrySet().stream()
                .filter(count -> count.getValue() > 1).map(count -> count.getKey());
    }
}
