package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;

/** What the writer of a reply is to the task that it is about. */
sealed interface Standing {

    /** They hold it, and their answer is awaited. */
    record Holder(Task task, Task.Holding holding) implements Standing {
        public Holder {
            requireNonNull(task);
            requireNonNull(holding);
        }
    }

    /** The holder asked them something, and their answer to that is awaited. */
    record Asked(Task task, Task.Holding holding, Question question) implements Standing {
        public Asked {
            requireNonNull(task);
            requireNonNull(holding);
            requireNonNull(question);
        }
    }

    /** They have decided or signed already. */
    record Answered(Task task) implements Standing {
        public Answered {
            requireNonNull(task);
        }
    }

    /** Nothing that lets their reply count. */
    record Outsider(NotCountedBecause why) implements Standing {
        public Outsider {
            requireNonNull(why);
        }
    }
}
