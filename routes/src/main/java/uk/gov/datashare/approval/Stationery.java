package uk.gov.datashare.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import com.samskivert.mustache.Mustache;

/** Fills the templates in {@code resources/letters}, each read and checked once, when the hub starts. */
final class Stationery {

    /** A letter's page between what stands above and below every letter. */
    private record Sheet(Page page, String preview, String body) {}

    static final Mustache.Compiler COMPILER = Mustache.compiler().withLoader(Stationery::open)
            .withCollector(new Maybe()).emptyStringIsFalse(true)
            .strictSections(false);

    private final Map<Template, com.samskivert.mustache.Template> texts;
    private final Map<Template, com.samskivert.mustache.Template> htmls;
    private final com.samskivert.mustache.Template textLayout = compile(COMPILER.escapeHTML(false), "layout.txt");
    private final com.samskivert.mustache.Template htmlLayout = compile(COMPILER, "layout.html");

    private final com.samskivert.mustache.Template itemText = compile(COMPILER.escapeHTML(false), "digest-item.txt");
    private final com.samskivert.mustache.Template itemHtml = compile(COMPILER, "digest-item.html");

    Stationery() {
        texts = all(COMPILER.escapeHTML(false), ".txt");
        htmls = all(COMPILER, ".html");
    }

    /** The plain text of a letter, its lines broken. */
    String text(Template letter, Page page) {
        String body = body(letter, page);
        return Wrap.text(textLayout.execute(new Sheet(page, preview(body), body)).replaceAll("\n{3,}", "\n\n"));
    }

    /** The HTML of a letter: a whole document that loads nothing. */
    String html(Template letter, Page page) {
        return htmlLayout.execute(new Sheet(page, preview(body(letter, page)),
                requireNonNull(htmls.get(letter)).execute(page)));
    }

    private String body(Template letter, Page page) {
        return requireNonNull(texts.get(letter)).execute(page);
    }

    /** The first sentence or two, which mail programs show beside the subject: the message itself, and no marking. */
    private static String preview(String body) {
        return body.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }

    /** What a digest shows of a task, as plain text whose lines are not broken yet. */
    String digestItemText(Page page) {
        return itemText.execute(page).replaceAll("\n{3,}", "\n\n").strip();
    }

    /** What a digest shows of a task, as a piece of HTML. */
    String digestItemHtml(Page page) {
        return itemHtml.execute(page).strip();
    }

    private static Map<Template, com.samskivert.mustache.Template> all(Mustache.Compiler compiler, String ending) {
        var compiled = new EnumMap<Template, com.samskivert.mustache.Template>(Template.class);
        Arrays.stream(Template.values())
                .forEach(letter -> compiled.put(letter, compile(compiler, letter.file() + ending)));
        return compiled;
    }

    static com.samskivert.mustache.Template compile(Mustache.Compiler compiler, String file) {
        try (Reader template = open(file)) {
            return compiler.compile(template);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read letters/" + file, unreadable);
        }
    }

    private static Reader open(String file) {
        InputStream template = Stationery.class.getResourceAsStream("/letters/" + file);
        if (template == null) {
            throw new IllegalStateException("letters/" + file + " is missing");
        }
        return new InputStreamReader(template, UTF_8);
    }
}
