package uk.gov.datashare.post;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import uk.gov.datashare.connectors.email.LetterChannel;
import uk.gov.datashare.contracts.Letter;

/** A channel that answers as it is told, and remembers what it was asked. */
final class FakeChannel implements LetterChannel {

    final List<String> handedIn = new CopyOnWriteArrayList<>();
    final List<String> lookedUp = new CopyOnWriteArrayList<>();
    final Map<String, Taken> archive = new ConcurrentHashMap<>();
    private final Map<String, Function<Letter, Sending>> answers = new HashMap<>();

    /** From now on this is the answer to a letter for this address. */
    FakeChannel answer(String address, Function<Letter, Sending> answer) {
        answers.put(address, answer);
        return this;
    }

    FakeChannel answer(String address, Sending answer) {
        return answer(address, _ -> answer);
    }

    @Override
    public Sending send(Letter letter, String address, Lease lease) {
        handedIn.add(letter.letterId());
        return answers.getOrDefault(address, _ -> new Sending.Accepted("<1@hub>")).apply(letter);
    }

    @Override
    public Taken hasTaken(Letter letter, Instant lastTry) {
        lookedUp.add(letter.letterId());
        return archive.getOrDefault(letter.letterId(), Taken.NO);
    }
}
