package uk.gov.datashare.process;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store of the simulated hub: what was put into it counts from the commit on. */
final class SimulatedStore implements KeyValueStore<String, byte[]> {

    private final String name;
    private final Runnable effect;
    private TreeMap<String, byte[]> safe = new TreeMap<>();
    private TreeMap<String, byte[]> open = new TreeMap<>();

    SimulatedStore(String name, Runnable effect) {
        this.name = name;
        this.effect = effect;
    }

    void commit() {
        safe = new TreeMap<>(open);
    }

    void abort() {
        open = new TreeMap<>(safe);
    }

    List<String> contents() {
        return safe.entrySet().stream()
                .map(entry -> name + " " + entry.getKey() + " " + HexFormat.of().formatHex(entry.getValue())).toList();
    }

    @Override
    public byte @Nullable [] get(String key) {
        return open.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        effect.run();
        open.put(key, value);
    }

    @Override
    public byte @Nullable [] putIfAbsent(String key, byte[] value) {
        effect.run();
        return open.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<String, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(String key) {
        effect.run();
        return open.remove(key);
    }

    @Override
    public KeyValueIterator<String, byte[]> range(String from, String to) {
        return new Entries(open.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<String, byte[]> all() {
        return new Entries(open);
    }

    @Override
    public long approximateNumEntries() {
        return open.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** The entries as they were when they were asked for. */
    private static final class Entries implements KeyValueIterator<String, byte[]> {

        private final List<Map.Entry<String, byte[]>> entries;
        private int next;

        Entries(NavigableMap<String, byte[]> of) {
            this.entries = new ArrayList<>(of.entrySet());
        }

        @Override
        public boolean hasNext() {
            return next < entries.size();
        }

        @Override
        public KeyValue<String, byte[]> next() {
            var entry = entries.get(next++);
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public String peekNextKey() {
            return entries.get(next).getKey();
        }

        @Override
        public void close() {}
    }
}
