package uk.gov.datashare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each package is said in one sentence, and promises that nothing in it is null unless it says so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PackagesTest {

    @Test
    void every_package_is_null_marked() {
        assertThat(packages()).isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
    }

    private static Stream<JavaPackage> packages() {
        return CompiledHub.CLASSES.getPackage("uk.gov.datashare").getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty());
    }
}
