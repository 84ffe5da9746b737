package no.ehelse.portfolio.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.history.FindHistory;
import no.ehelse.portfolio.tiltak.view.history.FoundHistory;
import no.ehelse.portfolio.tiltak.view.history.RecordedHistory;

/**
 * A portfolio of a size, loaded into a service.
 *
 * @param tiltak how many tiltak
 * @param entries how many entries each of them has
 */
record Sample(int tiltak, int entries) {

    private static final int RETRACTING = 50;

    /** Registers the organisations, the tiltak and the rounds: one entry of each tiltak. */
    void register(Service service, Workload workload) {
        Sender sender = new Sender(service);
        sender.send(workload.organisations());
        List<Object> registrations = new ArrayList<>();
        for (int number = 1; number <= tiltak; number++) {
            registrations.add(workload.registration(number));
        }
        sender.sendInBulk(registrations);
        sender.send(workload.rounds());
    }

    /** Records every entry; the last one of one tiltak in fifty retracts one in the middle. */
    void load(Service service, Workload workload) {
        register(service, workload);
        Sender sender = new Sender(service);
        for (int entry = 1; entry < entries - 1; entry++) {
            sender.sendInBulk(entries(workload, entry));
        }
        service.catchUp();
        sender.sendInBulk(lastEntries(service, workload));
        service.catchUp();
    }

    private List<Object> entries(Workload workload, int entry) {
        List<Object> commands = new ArrayList<>();
        for (int number = 1; number <= tiltak; number++) {
            commands.add(workload.entry(number, entry, entries));
        }
        return commands;
    }

    private List<Object> lastEntries(Service service, Workload workload) {
        List<Object> commands = new ArrayList<>();
        for (int number = 1; number <= tiltak; number++) {
            commands.add(number % RETRACTING == 1 ? retraction(service, new TiltakNumber(number))
                    : workload.entry(number, entries - 1, entries));
        }
        return commands;
    }

    private RetractEntry retraction(Service service, TiltakNumber number) {
        RecordedHistory history = Objects.requireNonNull(service.queries()
                .query(new FindHistory(number, Long.MAX_VALUE), FoundHistory.class)
                .join()
                .history());
        return new RetractEntry(number, history.entries().get(entries / 2).event(), "Feil tiltak");
    }

    /** How many events of tiltak there are. */
    int events() {
        return tiltak * entries;
    }
}
