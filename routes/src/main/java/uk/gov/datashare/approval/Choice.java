package uk.gov.datashare.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.process.ApprovalsByMail.Way;

/**
 * One way in which a letter can be answered.
 *
 * @param intention what its reader wants: {@code To say no}
 * @param words     the words to write: {@code reject:}
 * @param and       what to write after them; blank for nothing
 * @param mailto    a link that begins such a reply, and sends nothing by itself (RFC 6068)
 */
record Choice(String intention, String words, String and, String mailto) {

    /** The ways in which a task's holder can decide. */
    static List<Choice> decisions(PlannedTask task, String subject, Way way) {
        var choices = new ArrayList<Choice>();
        boolean signs = task.stage() == Stage.SIGN;
        boolean advises = task.mode() == Mode.ADVISORY;
        boolean yes = way != Way.REFUSAL_ONLY;
        if (yes && signs) {
            choices.add(of("To put your organisation's name to it", "sign", "", subject));
        } else if (yes) {
            choices.add(of(advises ? "To say that nothing speaks against it" : "To agree", "approve", "", subject));
            choices.add(of("To agree if something is kept to", "approve with conditions:", "what they are", subject));
        }
        choices.add(of(advises ? "To advise against it" : "To say no", "reject:", "the reason", subject));
        choices.add(
                of("To learn something first" + (advises ? "" : " (your time stands still until you know)"), "query:",
                        "what you want to know", subject));
        if (!signs && !advises) {
            choices.add(of("To have it changed first", "return:", "what must change", subject));
        }
        choices.add(of("To pass it to a colleague in your organisation", "delegate to", "their mail address", subject));
        choices.add(of("To tell us that it is not yours to answer", "not me", "", subject));
        return choices;
    }

    /** The way in which an answer is confirmed; the sender puts in the code. */
    static List<Choice> code(String subject) {
        String words = "confirm " + Letter.CONFIRMATION_CODE;
        return List.of(new Choice("To confirm it", words, "", "mailto:" + Letter.REPLY_ADDRESS + "?subject="
                + encoded("Re: " + subject) + "&body=confirm%20" + Letter.CONFIRMATION_CODE));
    }

    /** The way in which a question is answered. */
    static List<Choice> answer(String subject) {
        return List.of(of("To answer", "answer:", "what they want to know", subject));
    }

    private static Choice of(String intention, String words, String and, String subject) {
        String body = and.isEmpty() ? words : words + " ";
        return new Choice(intention, words, and,
                "mailto:" + Letter.REPLY_ADDRESS + "?subject=" + encoded("Re: " + subject) + "&body=" + encoded(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
