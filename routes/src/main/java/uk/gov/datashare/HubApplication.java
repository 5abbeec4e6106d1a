package uk.gov.datashare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub: all stages, and the neighbours it keeps in its own process where no others are configured. */
@SpringBootApplication
public class HubApplication {

    /** Starts the hub with the given settings, each as {@code --name=value}. */
    public static void main(String[] settings) {
        SpringApplication.run(HubApplication.class, settings);
    }
}
