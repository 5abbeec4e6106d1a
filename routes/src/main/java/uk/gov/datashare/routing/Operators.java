package uk.gov.datashare.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;

/**
 * What a condition may be built of: yes and no, and comparisons of a fact with literals. It is less than the language allows,
 * on purpose: such conditions tell a finite number of requests apart, so what they do can be tried in full ({@link Worlds}).
 */
final class Operators {

    private static final Set<String> LOGIC = Set.of("_&&_", "_||_", "!_", "_?_:_", "@not_strictly_false");
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in");

    private Operators() {}

    /** The literals that facts are compared with: texts and whole numbers. */
    static List<Object> literalsIn(CelAbstractSyntaxTree checked) {
        return nodes(checked).filter(node -> node.getKind() == Kind.CONSTANT).map(node -> node.expr().constant())
                .flatMap(Operators::literal).distinct().toList();
    }

    /** The first thing in a condition that cannot be tried in full, in words; empty for a condition that is fine. */
    static Optional<String> beyond(CelAbstractSyntaxTree checked) {
        return nodes(checked).filter(node -> node.getKind() == Kind.CALL).map(node -> node.expr().call())
                .flatMap(Operators::beyond).findFirst();
    }

    private static Stream<String> beyond(CelExpr.CelCall call) {
        String function = call.function();
        if (LOGIC.contains(function)) {
            return Stream.empty();
        }
        if (!COMPARISONS.contains(function)) {
            return Stream.of("it uses " + function.replace("_", " ").strip()
                    + ", and a condition may only say and, or, not, and compare facts with literals");
        }
        return call.args().stream().anyMatch(Operators::isLiteral)
                ? Stream.empty()
                : Stream.of("it compares two facts with each other; compare each with a literal");
    }

    private static boolean isLiteral(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> true;
            case LIST -> expression.list().elements().stream().allMatch(Operators::isLiteral);
            default -> false;
        };
    }

    private static Stream<Object> literal(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Stream.of(constant.stringValue());
            case INT64_VALUE -> Stream.of(constant.int64Value());
            default -> Stream.empty();
        };
    }

    private static Stream<CelNavigableExpr> nodes(CelAbstractSyntaxTree checked) {
        return CelNavigableAst.fromAst(checked).getRoot().allNodes();
    }
}
