package uk.gov.datashare;

import java.util.OptionalInt;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import uk.gov.datashare.commands.Commands;
import uk.gov.datashare.commands.Terminal;

/** Starts the hub: all stages, and the neighbours it keeps in its own process where no others are configured. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HubApplication {

    /** Starts the hub with the given settings, each as {@code --name=value}, or runs the command that is named first. */
    public static void main(String[] settings) {
        var terminal = new Terminal(System.in, System.out, System.err, new ClockConfiguration().clock());
        OptionalInt ended = Commands.run(settings, terminal);
        if (ended.isPresent()) {
            System.exit(ended.getAsInt());
        }
        SpringApplication.run(HubApplication.class, settings);
    }
}
