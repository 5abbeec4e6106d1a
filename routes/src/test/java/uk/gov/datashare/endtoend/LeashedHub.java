package uk.gov.datashare.endtoend;

import java.io.IOException;
import java.io.OutputStream;

import uk.gov.datashare.HubApplication;

/** The application, with one more way to end: when whoever started it is gone, it is gone too. */
final class LeashedHub {

    private LeashedHub() {}

    public static void main(String[] settings) {
        Thread.ofPlatform().daemon().name("leash").start(LeashedHub::awaitItsOwner);
        HubApplication.main(settings);
    }

    private static void awaitItsOwner() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // Gone is what was waited for.
        }
        Runtime.getRuntime().halt(1);
    }
}
