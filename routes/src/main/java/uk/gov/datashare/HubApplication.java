package uk.gov.datashare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the hub: all stages, and the neighbours it keeps in its own process where no others are configured. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HubApplication {

    /** Starts the hub with the given settings, each as {@code --name=value}. */
    public static void main(String[] settings) {
        SpringApplication.run(HubApplication.class, settings);
    }
}
