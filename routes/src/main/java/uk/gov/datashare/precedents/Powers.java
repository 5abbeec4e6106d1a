package uk.gov.datashare.precedents;

import java.util.List;
import java.util.Locale;

import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.Legal.Kind;
import uk.gov.datashare.contracts.Legal.Power;

/** The powers that the two sides of a share rely on. Who stands on a side does not matter: a council's power is every council's. */
record Powers(Legal legal, List<String> acquirers, List<String> suppliers) {

    /** Each power with its side, a gateway by its code and any other by where it is written. */
    List<String> bySide() {
        return legal.powers().stream().map(power -> side(power.party()) + ": " + name(power)).distinct().toList();
    }

    /** Whether a power is not known yet: nothing can be said of what it allows. */
    boolean unknown() {
        return legal.powers().stream().anyMatch(power -> power.kind() == Kind.UNKNOWN);
    }

    private String side(String party) {
        return suppliers.contains(party) ? "supplier" : acquirers.contains(party) ? "acquirer" : "other recipient";
    }

    private static String name(Power power) {
        return power.code()
                .orElseGet(() -> power.kind().name() + " " + power.citation().strip().toLowerCase(Locale.UK));
    }
}
