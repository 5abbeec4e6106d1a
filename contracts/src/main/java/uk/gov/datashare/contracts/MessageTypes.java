package uk.gov.datashare.contracts;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Every kind of message by its CloudEvents type. The short type stands beside each record; here it becomes reverse-DNS, and
 * the address of the schema that describes it.
 */
public final class MessageTypes {

    /** What every type of the hub begins with. */
    public static final String PREFIX = "uk.gov.datashare.";
    /** An arrangement as it is now, on the compacted topic. */
    public static final String ARRANGEMENT_PUBLISHED = PREFIX + "arrangement.published.v1";
    /** Raw mail, as the mailbox gave it: {@code message/rfc822}, and so without a JSON schema. */
    public static final String MAIL_RECEIVED = PREFIX + "mail.received.v1";

    private static final String SCHEMAS = "https://datashare.example.invalid/schemas/v1/";
    private static final Map<String, Class<?>> BY_TYPE = Stream
            .of(permitted(CaseMessage.class), permitted(ShareCommand.class), permitted(ShareEvent.class),
                    permitted(DigestNote.class), permitted(RegistryChange.class),
                    Stream.of(Letter.class, WaitingLetter.class, Organisation.class, StatusUpdate.class,
                            ErrorReport.class, WhatIfAnswer.class))
            .flatMap(types -> types)
            .collect(Collectors.toUnmodifiableMap(MessageTypes::of, Function.identity()));

    private MessageTypes() {}

    /** The type of a kind of message. */
    public static String of(Class<?> message) {
        JsonTypeName name = message.getAnnotation(JsonTypeName.class);
        if (name == null) {
            throw new IllegalArgumentException(message + " is no kind of message: it has no @JsonTypeName");
        }
        return PREFIX + name.value();
    }

    /** The kind of message that has this type; empty for a type that the hub does not know. */
    public static Optional<Class<?>> named(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** Every kind of message. */
    public static Map<String, Class<?>> all() {
        return BY_TYPE;
    }

    /** Where the schema of a type is published: {@code dataschema} of its CloudEvents. */
    public static URI schemaOf(String type) {
        return URI.create(SCHEMAS + schemaFile(type));
    }

    /** The address under which all schemas are published, each by its file's name. */
    static String schemasAt() {
        return SCHEMAS;
    }

    /** The file in {@code schemas/v1} that describes a type. */
    public static String schemaFile(String type) {
        String brief = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return brief.replaceAll("\\.v\\d+$", "") + ".schema.json";
    }

    private static Stream<Class<?>> permitted(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(MessageTypes::permitted)
                : Stream.of(sealed);
    }
}
