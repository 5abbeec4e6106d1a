package uk.gov.datashare;

import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;

/** Calls whose answer depends on when or by what luck they are made; tests could not repeat what follows from them. */
final class AmbientState {

    /** A now() that is handed a clock is allowed: the caller then had the clock from its own constructor. */
    private static final Pattern CLOCK = Pattern.compile("java\\.lang\\.System\\.currentTimeMillis\\(\\)"
            + "|java\\.time\\.[\\w.]+\\.now\\((java\\.time\\.ZoneId)?\\)"
            + "|java\\.time\\.Clock\\.(system|tick(Millis|Seconds|Minutes))\\w*\\(.*\\)"
            + "|java\\.time\\.InstantSource\\.system\\(\\)"
            + "|java\\.util\\.Calendar\\.getInstance\\(.*\\)");

    private static final Pattern CHANCE = Pattern.compile("java\\.util\\.UUID\\.randomUUID\\(\\)"
            + "|java\\.lang\\.Math\\.random\\(\\)"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)"
            + "|java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)\\(.*\\)"
            + "|java\\.security\\.SecureRandom\\.getInstance\\w*\\(.*\\)");

    private AmbientState() {}

    static boolean isTheSystemClock(MethodCallTarget target) {
        return CLOCK.matcher(target.getFullName()).matches();
    }

    static boolean isChance(MethodCallTarget target) {
        return CHANCE.matcher(target.getFullName()).matches();
    }
}
