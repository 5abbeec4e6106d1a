package uk.gov.datashare.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

/** Compiles conditions (Common Expression Language), and collects what is wrong with them instead of stopping at the first. */
final class Conditions {

    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder().build();
    private static final CelCompiler OVER_A_REQUEST = compiler(Facts.OF_A_REQUEST.stream());
    private static final CelCompiler OVER_A_PARTY = compiler(
            Stream.concat(Facts.OF_A_REQUEST.stream(), Facts.OF_A_PARTY.stream()));

    private final List<String> faults = new ArrayList<>();

    /** A condition over facts of the request; empty, with a fault noted, when it makes no sense. */
    Optional<Condition> overARequest(String place, String expression) {
        return compile(OVER_A_REQUEST, place, expression);
    }

    /** A condition over facts of the request and of one party; empty, with a fault noted, when it makes no sense. */
    Optional<Condition> overAParty(String place, String expression) {
        return compile(OVER_A_PARTY, place, expression);
    }

    /** Notes a fault of another kind. */
    void fault(String place, String what) {
        faults.add(place + ": " + what);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private Optional<Condition> compile(CelCompiler compiler, String place, String expression) {
        try {
            CelAbstractSyntaxTree checked = compiler.compile(expression, place).getAst();
            Operators.beyond(checked).ifPresent(what -> fault(place, "the condition \"" + expression
                    + "\" cannot be tried in full: " + what + "."));
            return Optional.of(new Condition(place, RUNTIME.createProgram(checked), factsIn(checked),
                    Operators.literalsIn(checked)));
        } catch (CelValidationException wrong) {
            wrong.getErrors().forEach(issue -> fault(place, inWords(issue, expression)));
        } catch (CelEvaluationException wrong) {
            fault(place, "the condition \"" + expression + "\" cannot be run: " + wrong.getMessage());
        }
        return Optional.empty();
    }

    private static String inWords(CelIssue issue, String expression) {
        return issue.getMessage() + ", at line " + issue.getSourceLocation().getLine() + ", column "
                + (issue.getSourceLocation().getColumn() + 1)
                + " of the condition \"" + expression
                + "\". Use facts that exist, and ask for a yes or a no; the facts are: " + known() + ".";
    }

    private static String known() {
        return String.join(", ",
                Stream.concat(Facts.OF_A_REQUEST.stream(), Facts.OF_A_PARTY.stream()).map(Fact::name).toList());
    }

    private static List<String> factsIn(CelAbstractSyntaxTree checked) {
        var declared = Stream.concat(Facts.OF_A_REQUEST.stream(), Facts.OF_A_PARTY.stream()).map(Fact::name).toList();
        return checked.getReferenceMap().values().stream().map(reference -> reference.name()).filter(declared::contains)
                .distinct().sorted().toList();
    }

    private static CelCompiler compiler(Stream<? extends Fact<?>> facts) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL)
                .setStandardMacros(dev.cel.parser.CelStandardMacro.STANDARD_MACROS);
        facts.forEach(fact -> builder.addVar(fact.name(), fact.type()));
        return builder.build();
    }
}
