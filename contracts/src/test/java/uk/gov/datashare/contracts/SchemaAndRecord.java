package uk.gov.datashare.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonTypeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays a schema and a record side by side and writes down where they differ. */
final class SchemaAndRecord {

    private static final Map<Class<?>, String> SCALARS = Map.of(String.class, "string", int.class, "integer",
            Integer.class, "integer", long.class, "integer", Long.class, "integer", boolean.class, "boolean",
            URI.class, "string uri", Period.class, "string", LocalDate.class, "string date", Instant.class,
            "string date-time");

    private final Class<?> message;
    private final List<String> differences = new ArrayList<>();

    private SchemaAndRecord(Class<?> message) {
        this.message = message;
    }

    /** Every difference between a type's schema file and the record that holds such messages. */
    static List<String> differences(String type, Class<?> message) {
        var both = new SchemaAndRecord(message);
        Class<?> whole = ShareEvent.class.isAssignableFrom(message) ? RecordedEvent.class : message;
        both.compare(whole, SchemaFile.whole(MessageTypes.schemaFile(type)), "");
        return both.differences;
    }

    private void compare(Type type, SchemaFile asked, String at) {
        JsonNode schema = asked.schema();
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            same(at, "array", schema.path("type").asString(""));
            compare(generic.getActualTypeArguments()[0], asked.at("items"), at + "[]");
        } else if (type instanceof ParameterizedType map) {
            same(at, "object", schema.path("type").asString(""));
            if (map.getActualTypeArguments()[1] != JsonNode.class) {
                compare(map.getActualTypeArguments()[1], asked.at("additionalProperties"), at + "{}");
            }
        } else if (type == JsonNode.class) {
            same(at, "object", schema.path("type").asString(""));
        } else if (type == ShareEvent.class) {
            compareRecord(message, asked, at);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            compareRecord(record, asked, at);
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            same(at, Arrays.toString(constants.getEnumConstants()).replace(" ", ""),
                    schema.path("enum").toString().replace("\"", ""));
        } else {
            String format = schema.path("format").asString("");
            same(at, SCALARS.getOrDefault(type, "a kind that no schema has"),
                    (schema.path("type").asString("") + " " + format).strip());
        }
    }

    private void compareRecord(Class<?> record, SchemaFile asked, String at) {
        var components = new TreeSet<String>();
        var required = new TreeSet<String>();
        if (ShareEvent.class.isAssignableFrom(record) || ShareCommand.class.isAssignableFrom(record)
                || DigestNote.class.isAssignableFrom(record) || RegistryChange.class.isAssignableFrom(record)) {
            components.add("type");
            required.add("type");
            same(at + "/type", record.getAnnotation(JsonTypeName.class).value(),
                    asked.at("properties", "type").schema().path("const").asString(""));
        }
        for (RecordComponent component : record.getRecordComponents()) {
            SchemaFile property = asked.at("properties", component.getName());
            components.add(component.getName());
            if (isNeeded(component, property.schema())) {
                required.add(component.getName());
            }
            compare(withoutOptional(component.getGenericType()), property, at + "/" + component.getName());
        }
        same(at + " fields", components, new TreeSet<>(asked.schema().path("properties").propertyNames()));
        same(at + " required", required, asked.required());
    }

    /** A list may be left out where it may be empty, because an empty list is not written; so may a no that is not written. */
    private static boolean isNeeded(RecordComponent component, JsonNode property) {
        if (component.getAccessor().isAnnotationPresent(OrFalse.class)) {
            return false;
        }
        boolean collection = component.getType() == List.class || component.getType() == Map.class;
        return collection ? property.path("minItems").asInt(0) > 0 : component.getType() != Optional.class;
    }

    private static Type withoutOptional(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    private void same(String at, Object ofRecord, Object ofSchema) {
        if (!ofRecord.equals(ofSchema)) {
            differences.add("%s: the record has %s, the schema %s".formatted(at, ofRecord, ofSchema));
        }
    }

    /** A place in a schema file, with what it refers to laid under it. */
    record SchemaFile(String file, JsonNode here) {

        static SchemaFile whole(String file) {
            return new SchemaFile(file, SchemaFiles.tree(file));
        }

        /** The schema here; its own words come before those of what it refers to. */
        JsonNode schema() {
            if (!here.has("$ref")) {
                return here;
            }
            return ((ObjectNode) target().schema().deepCopy()).setAll((ObjectNode) here);
        }

        SchemaFile at(String... names) {
            if (here.has("$ref") && !here.has(names[0])) {
                return target().at(names);
            }
            JsonNode found = here;
            for (String name : names) {
                found = found.path(name);
            }
            return new SchemaFile(file, found);
        }

        TreeSet<String> required() {
            var names = new TreeSet<String>();
            schema().path("required").forEach(name -> names.add(name.asString()));
            return names;
        }

        private SchemaFile target() {
            String[] reference = here.path("$ref").asString().split("#", 2);
            String in = reference[0].isEmpty() ? file : reference[0];
            return new SchemaFile(in, SchemaFiles.tree(in).at(reference.length > 1 ? reference[1] : ""));
        }
    }
}
