package uk.gov.datashare.sandbox;

import java.nio.file.Path;
import java.util.List;

import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;

/** Says where a person can look, once the story is told and while the hub stays up. */
record WhatToLookAt(Story story, String kafka, EmbeddedMailServer mail, int port, Path dataFolder) {

    void say() {
        String http = "http://localhost:" + port;
        story.table("The hub stays up until you stop it (Ctrl+C). To look at:", List.of(
                List.of("catalogue, for people", http + "/"),
                List.of("arrangements, as JSON", http + "/arrangements"),
                List.of("health", http + "/actuator/health"),
                List.of("Kafka", kafka + "  (no login; topic datashare.arrangements.v1, read_committed)"),
                List.of("letters and replies", dataFolder.resolve("mail") + "  (one .eml file for each; IMAP on port "
                        + mail.imapPort() + ", user " + EmbeddedMailServer.EVERYBODY + ")")));
    }
}
