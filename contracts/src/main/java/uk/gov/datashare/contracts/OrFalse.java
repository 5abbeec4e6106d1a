package uk.gov.datashare.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A yes or no that a message may leave out: no is then meant, and no is not written. A message from before the question
 * existed so stays valid, and its canonical JSON, with its hash, stays what it was.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@JacksonAnnotationsInside
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@JsonDeserialize(using = OrFalse.Reader.class)
@interface OrFalse {

    /** Reads true and false as strictly as ever, and takes a field that is not there for false. */
    final class Reader extends ValueDeserializer<Boolean> {

        @Override
        public Boolean deserialize(JsonParser json, DeserializationContext context) {
            return switch (json.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> (Boolean) context.handleUnexpectedToken(boolean.class, json);
            };
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return false;
        }
    }
}
