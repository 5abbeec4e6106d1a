package uk.gov.datashare.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.MessageJson;

/** JSON that the hub ships with, by its place on the class path. */
final class Shipped {

    private Shipped() {}

    static JsonNode json(String place) {
        try (InputStream file = Shipped.class.getResourceAsStream(place)) {
            if (file == null) {
                throw new IllegalStateException(place + " is not on the class path");
            }
            return MessageJson.tree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + place, e);
        }
    }
}
