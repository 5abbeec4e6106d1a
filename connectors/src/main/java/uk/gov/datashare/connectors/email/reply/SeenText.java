package uk.gov.datashare.connectors.email.reply;

import java.util.Set;

import com.google.re2j.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Gathers the text of an HTML document in lines, as a browser would set it, in one walk whatever its depth. */
final class SeenText implements NodeVisitor {

    private static final Set<String> BLOCKS = Set.of("p", "div", "li", "tr", "table", "ul", "ol", "blockquote", "h1",
            "h2", "h3", "h4",
            "h5", "h6", "hr", "pre", "section", "article", "header", "footer", "center", "address", "dd", "dt", "body");
    private static final Set<String> BREAKS = Set.of("br", "p");
    private static final Set<String> CELLS = Set.of("td", "th");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\x0B\\f\\r]+");

    private final StringBuilder text = new StringBuilder();
    private int preformatted;

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (BLOCKS.contains(node.nodeName()) && !atLineStart()) {
            text.append('\n');
        }
        preformatted += isPreformatted(node) ? 1 : 0;
    }

    @Override
    public void tail(Node node, int depth) {
        preformatted -= isPreformatted(node) ? 1 : 0;
        if (BREAKS.contains(node.nodeName()) || (BLOCKS.contains(node.nodeName()) && !atLineStart())) {
            text.append('\n');
        } else if (CELLS.contains(node.nodeName())) {
            text.append(' ');
        }
    }

    /** Blanks between two blocks are how the HTML is laid out, not what it says. */
    private void append(String words) {
        String seen = preformatted > 0 ? words : BLANKS.matcher(words).replaceAll(" ");
        if (!seen.equals(" ") || !atLineStart()) {
            text.append(seen);
        }
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private static boolean isPreformatted(Node node) {
        return node instanceof Element element
                && (element.normalName().equals("pre") || element.attr("style").contains("pre-wrap"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
