package no.ehelse.portfolio.upkeep.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import no.ehelse.portfolio.eventstore.DataFolder;
import no.ehelse.portfolio.eventstore.DataFolderInUse;
import no.ehelse.portfolio.eventstore.EmbeddedStore;
import no.ehelse.portfolio.eventstore.LogAway;
import no.ehelse.portfolio.eventstore.OnlineCopy;
import no.ehelse.portfolio.evidence.LogExport;
import no.ehelse.portfolio.evidence.LogTally;
import no.ehelse.portfolio.upkeep.Refused;
import no.ehelse.portfolio.upkeep.backup.Backup;
import no.ehelse.portfolio.upkeep.backup.BackupFailed;
import no.ehelse.portfolio.upkeep.backup.Backups;
import no.ehelse.portfolio.upkeep.backup.Restoring;
import no.ehelse.portfolio.upkeep.move.ExportFile;
import no.ehelse.portfolio.upkeep.move.LogImport;
import no.ehelse.portfolio.upkeep.move.TakenOver;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The commands of the jar on a store that no service runs on, such as {@code --portfolio.store.command=backup}: they take
 * the service's own properties, do one thing, and end.
 */
public final class StoreCommands {

    private static final String COMMAND = "portfolio.store.command";

    private StoreCommands() {}

    /** Nothing but the properties. */
    private static final class Properties {}

    /** Whether the arguments ask for a command, and not for the service. */
    public static boolean isAsked(String... arguments) {
        return new SimpleCommandLinePropertySource(arguments).containsProperty(COMMAND);
    }

    /** Does what is asked for. */
    public static Outcome run(String... arguments) {
        try {
            return new Outcome(true, done(command(arguments), settings(arguments), arguments));
        } catch (Refused refused) {
            return new Outcome(false, refused.reason());
        } catch (DataFolderInUse inUse) {
            return new Outcome(false, inUse.getMessage() + " Stop it first.");
        } catch (BeanCreationException failed) {
            return new Outcome(false, "The store cannot be opened: "
                    + NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
        } catch (BackupFailed | LogAway | UncheckedIOException failed) {
            return new Outcome(false, String.valueOf(failed.getMessage()));
        } catch (IOException failed) {
            return new Outcome(false, failed.toString());
        }
    }

    private static StoreCommand command(String... arguments) {
        String name = Objects.requireNonNull(new SimpleCommandLinePropertySource(arguments).getProperty(COMMAND));
        return Arrays.stream(StoreCommand.values())
                .filter(command -> command.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("--" + COMMAND + " is one of backup, restore, export, import."));
    }

    private static StoreSettings settings(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Properties.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)) {
            return StoreSettings.of(context.getEnvironment());
        }
    }

    private static String done(StoreCommand command, StoreSettings settings, String... arguments) throws IOException {
        return switch (command) {
            case BACKUP -> backup(settings);
            case RESTORE -> restore(settings);
            case EXPORT -> export(settings, arguments);
            case IMPORT -> takeOver(settings, arguments);
        };
    }

    private static String backup(StoreSettings settings) {
        if (!settings.embedded()) {
            throw new Refused("The store is not the embedded one: back it up with the tools of its database.");
        }
        checkThereIsAStore(settings);
        try (DataFolder folder = DataFolder.take(settings.dataFolder())) {
            SingleConnectionDataSource connection = new SingleConnectionDataSource(
                    new EmbeddedStore(folder.path()).url() + ";IFEXISTS=TRUE", EmbeddedStore.USER, "", true);
            try {
                Backup made = new Backups(settings.backupFolder(), OnlineCopy.ofUnused(JdbcClient.create(connection)),
                        Clock.systemUTC())
                        .make()
                        .orElseThrow();
                return "Backed up to " + settings.backupFolder().resolve(made.name()) + ", SHA-256 " + made.sha256()
                        + ": " + made.events() + " events up to position " + made.position() + ", heads "
                        + made.heads() + ". The keys that seal events are not in it: keep a copy of "
                        + settings.sealKeyFile() + " elsewhere.";
            } finally {
                connection.destroy();
            }
        }
    }

    private static void checkThereIsAStore(StoreSettings settings) {
        if (!new EmbeddedStore(settings.dataFolder()).exists()) {
            throw new Refused("There is no store in " + settings.dataFolder() + ".");
        }
    }

    private static String restore(StoreSettings settings) throws IOException {
        if (!settings.embedded()) {
            throw new Refused("A backup is one of the embedded store; to another database, move the log.");
        }
        Backup restored = new Restoring(settings.namedFile(), settings.dataFolder(), settings.sealKeyFile(),
                settings.withoutSealKey()).run();
        return "Restored " + restored.name() + " of " + restored.madeAt() + " to " + settings.dataFolder() + ": "
                + restored.events() + " events up to position " + restored.position() + ", heads " + restored.heads()
                + ".";
    }

    private static String export(StoreSettings settings, String... arguments) throws IOException {
        if (settings.embedded()) {
            checkThereIsAStore(settings);
        }
        try (ConfigurableApplicationContext context = started(
                settings.inAxonServer() ? ExportFromAxonServer.class : ExportApplication.class, arguments)) {
            LogTally log = ExportFile.write(context.getBean(LogExport.class), settings.namedFile());
            return "Exported to " + settings.namedFile() + ": " + log.events() + " events up to position "
                    + log.position() + ". Import it with --" + StoreSettings.HEADS + "=" + log.heads() + ".";
        }
    }

    private static String takeOver(StoreSettings settings, String... arguments) throws IOException {
        String heads = settings.expectedHeads();
        settings.namedFile();
        if (!Files.exists(settings.sealKeyFile()) && !settings.withoutSealKey()) {
            throw new Refused("There is no file " + settings.sealKeyFile()
                    + ". Put a copy of the key there that sealed the events, or, where it is lost, accept with"
                    + " --portfolio.store.without-seal-key=true that no seal can be checked any more.");
        }
        try (ConfigurableApplicationContext context = started(ImportApplication.class, arguments)) {
            TakenOver log = context.getBean(LogImport.class)
                    .run(settings.namedFile(), heads.equals(StoreSettings.UNKNOWN) ? null : heads,
                            settings.withoutSealKey());
            return "Imported " + settings.namedFile() + ": " + log.events() + " events with " + log.editions()
                    + " published editions, heads " + log.heads()
                    + ". The read model is filled when the service starts.";
        }
    }

    private static ConfigurableApplicationContext started(Class<?> application, String... arguments) {
        return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("management.endpoint.health.validate-group-membership=false")
                .run(arguments);
    }
}
