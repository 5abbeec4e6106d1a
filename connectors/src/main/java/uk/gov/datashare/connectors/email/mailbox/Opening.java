package uk.gov.datashare.connectors.email.mailbox;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.support.service.ServiceSupport;

/** Opens the mailboxes when the hub's routes run, and gives them up when its routes have stopped. */
final class Opening extends ServiceSupport implements StartupListener {

    private final List<Mailbox> mailboxes;
    private final AtomicBoolean opened = new AtomicBoolean();

    Opening(List<Mailbox> mailboxes) {
        this.mailboxes = List.copyOf(mailboxes);
    }

    @Override
    public void onCamelContextStarted(CamelContext camel, boolean alreadyStarted) {
        if (alreadyStarted) {
            open(camel);
        }
    }

    @Override
    public void onCamelContextFullyStarted(CamelContext camel, boolean alreadyStarted) {
        open(camel);
    }

    /** Camel may count a service that also listens as two listeners. */
    private void open(CamelContext camel) {
        if (opened.compareAndSet(false, true)) {
            mailboxes.forEach(mailbox -> mailbox.open(camel));
        }
    }

    @Override
    protected void doStop() {
        mailboxes.forEach(Mailbox::close);
    }
}
