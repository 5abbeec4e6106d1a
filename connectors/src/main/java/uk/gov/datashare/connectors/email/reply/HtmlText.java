package uk.gov.datashare.connectors.email.reply;

import java.util.List;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The lines of an HTML text as a person sees them: what is hidden is gone, and so is what clients mark as quoted. */
final class HtmlText {

    private static final Pattern HIDES = Pattern
            .compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*(hidden|collapse)|mso-hide\\s*:\\s*all"
                    + "|font-size\\s*:\\s*(0+(\\.0+)?(px|pt|em|rem|%)?|[01](\\.\\d+)?(px|pt))\\s*(;|!|$)|opacity\\s*:\\s*0(\\.0+)?\\s*(;|!|$)|max-height\\s*:\\s*0|line-through"
                    + "|text-indent\\s*:\\s*-\\d{3,}|(^|;|\\s)(left|top|right|bottom|margin-left|margin-top)\\s*:\\s*-\\d{3,}"
                    + "|clip\\s*:\\s*rect\\(\\s*0|clip-path\\s*:\\s*inset\\(\\s*(50|100)%|transform\\s*:\\s*scale\\(\\s*0(\\.0+)?\\s*\\)"
                    + "|(^|;|\\s)color\\s*:\\s*(#f{3}\\b|#f{6}\\b|white|transparent|rgba?\\(\\s*255\\s*,\\s*255\\s*,\\s*255))");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern SIMPLE_SELECTOR = Pattern.compile("[A-Za-z0-9]*[.#][A-Za-z0-9_-]+");
    private static final int MOST_RULES = 200;
    private static final String UNSEEN = "s, strike, del, script, style, head, title, template, noscript, textarea, select, option, object, iframe, svg, [hidden]";
    private static final String QUOTED = "blockquote, .gmail_quote, .gmail_quote_container, .gmail_attr, .yahoo_quoted, .moz-cite-prefix, .protonmail_quote, .zmail_extra";
    private static final String QUOTED_FROM_HERE = "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container, div[style*=border-top:solid], div[style*=border-top: solid]";
    private HtmlText() {}

    static List<String> lines(String html) {
        return lines(Jsoup.parse(html));
    }

    /** The same lines with the address behind each link that opens a mail, for a reader that looks for addresses. */
    static List<String> linesWithAddresses(String html) {
        Document document = Jsoup.parse(html);
        document.select("a[href^=mailto:]").forEach(
                link -> link.appendText(
                        " <" + link.attr("href").substring("mailto:".length()).replaceFirst("\\?.*", "") + ">"));
        return lines(document);
    }

    private static List<String> lines(Document document) {
        hideByStyleSheet(document);
        document.select("[style]").stream().filter(element -> HIDES.matcher(element.attr("style")).find())
                .forEach(Element::remove);
        document.select("font[color]").stream()
                .filter(element -> HIDES.matcher("color:" + element.attr("color")).find()).forEach(Element::remove);
        document.select(UNSEEN).remove();
        removeQuotes(document);
        var seen = new SeenText();
        document.traverse(seen);
        return PlainText.lines(seen.toString(), "", "");
    }

    private static void hideByStyleSheet(Document document) {
        Matcher rule = RULE.matcher(document.select("style").stream().map(Element::data).reduce("", String::concat));
        for (int count = 0; count < MOST_RULES && rule.find(); count++) {
            if (HIDES.matcher(rule.group(2)).find()) {
                List.of(rule.group(1).split(",", -1)).stream().map(String::strip).filter(SIMPLE_SELECTOR::matches)
                        .forEach(selector -> document.select(selector).remove());
            }
        }
    }

    private static void removeQuotes(Document document) {
        Element start = document.selectFirst(QUOTED_FROM_HERE);
        while (start != null && start.parent() != null && !start.tagName().equals("body")) {
            removeAllBehind(start);
            Element parent = start.parent();
            if (start.is(QUOTED_FROM_HERE)) {
                start.remove();
            }
            start = parent;
        }
        document.select(QUOTED).forEach(HtmlText::mark);
    }

    private static void removeAllBehind(Element start) {
        for (Node next = start.nextSibling(); next != null; next = start.nextSibling()) {
            next.remove();
        }
    }

    /** A quote leaves the mark that it has in plain text, so that what stands above and below it is told apart in one place. */
    private static void mark(Element quote) {
        if (quote.parent() != null) {
            quote.before("<p>&gt;</p><p></p>").remove();
        }
    }
}
