package uk.gov.datashare.connectors.backbone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A leader's task that only notes when it is begun and ended. */
final class RecordedTask implements Leadership.Task {

    final List<String> noted = new CopyOnWriteArrayList<>();

    @Override
    public void begin() {
        noted.add("begin");
    }

    @Override
    public void end() {
        noted.add("end");
    }
}
