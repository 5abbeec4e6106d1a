package uk.gov.datashare.mailserver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tests on a {@link RealMailServer}, which are skipped, and say why, on a machine that cannot run one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsMailServer.Condition.class)
public @interface NeedsMailServer {

    /** What is to judge mail from outside. */
    Settings.Judge value() default Settings.Judge.OPENDKIM;

    /** Looks at the machine before the first test. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getTestClass(), NeedsMailServer.class)
                    .flatMap(needs -> Missing.here(needs.value()))
                    .map(why -> skipped(context, why))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("A real mail server can be started"));
        }

        private static ConditionEvaluationResult skipped(ExtensionContext context, String why) {
            String sentence = "Needs a real mail server, and " + why;
            System.out.println("SKIPPED " + context.getDisplayName() + ": " + sentence);
            return ConditionEvaluationResult.disabled(sentence);
        }
    }
}
