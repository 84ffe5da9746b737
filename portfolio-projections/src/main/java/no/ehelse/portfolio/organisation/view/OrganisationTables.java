package no.ehelse.portfolio.organisation.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.projection.Json;
import no.ehelse.portfolio.projection.Moment;
import no.ehelse.portfolio.projection.ReadTables;

/** The tables {@code organisation}, {@code organisation_alias} and {@code organisation_entry}. */
public final class OrganisationTables {

    private final ReadTables tables;

    /** A row of {@code organisation_entry}. */
    public record Entry(Envelope event, OrganisationId id, List<Change> changes) {

        /** Copies the changes. */
        public Entry {
            changes = List.copyOf(changes);
        }
    }

    /** Reads and writes the tables of a set. */
    public OrganisationTables(ReadTables tables) {
        this.tables = tables;
    }

    /** Every organisation in the order of registration. */
    public List<OrganisationView> all() {
        Map<String, List<String>> aliases = new HashMap<>();
        tables.each("""
                select organisation_id, alias
                from #organisation_alias
                order by organisation_id, place
                """, row -> {
            aliases.computeIfAbsent(row.getString("organisation_id"), key -> new ArrayList<>())
                    .add(row.getString("alias"));
        });
        return tables.query("""
                select organisation_id, name, group_code, position
                from #organisation
                order by position
                """, (row, number) -> new OrganisationView(new OrganisationId(row.getString("organisation_id")),
                row.getString("name"), OrganisationGroup.valueOf(row.getString("group_code")),
                aliases.getOrDefault(row.getString("organisation_id"), List.of()), row.getLong("position")));
    }

    /** Whether an event is in the tables. */
    boolean has(String eventId) {
        return !tables.query("select 1 from #organisation_entry where event_id = ?", (row, number) -> 1, eventId)
                .isEmpty();
    }

    void append(List<OrganisationView> organisations, List<Entry> entries) {
        tables.batch("""
                insert into #organisation (organisation_id, name, group_code, position)
                values (?, ?, ?, ?)
                """, organisations, (row, organisation) -> row.text(organisation.id())
                .text(organisation.name())
                .text(organisation.group().name())
                .number(organisation.position()));
        for (OrganisationView organisation : organisations) {
            List<Integer> places = IntStream.range(0, organisation.aliases().size()).boxed().toList();
            tables.batch("""
                    insert into #organisation_alias (organisation_id, place, alias)
                    values (?, ?, ?)
                    """, places, (row, place) -> row.text(organisation.id())
                    .number(place)
                    .text(organisation.aliases().get(place)));
        }
        tables.batch("""
                insert into #organisation_entry (position, organisation_id, sequence, event_id, type, recorded_at, changes,
                                                user_id, user_organisation, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, entries, (row, entry) -> row.number(entry.event().position())
                .text(entry.id())
                .number(entry.event().sequence())
                .text(entry.event().eventId())
                .text(entry.event().type())
                .instant(entry.event().recordedAt())
                .text(Json.MAPPER.writeValueAsString(entry.changes()))
                .text(entry.event().user())
                .text(entry.event().userOrganisation())
                .text(entry.event().source()));
    }

    /** When the events after a position and up to another were recorded, in stream order. */
    public List<Moment> momentsBetween(long after, long upTo) {
        return tables.query("""
                select position, recorded_at
                from #organisation_entry
                where position > ? and position <= ?
                order by position
                """, (row, number) -> Moment.of(row), after, upTo);
    }

    /** The entries after a position and up to another, in stream order. */
    public List<Entry> entriesBetween(long after, long upTo, int limit) {
        return tables.query("""
                select position, organisation_id, sequence, event_id, type, recorded_at, changes, user_id,
                       user_organisation, source
                from #organisation_entry
                where position > ? and position <= ?
                order by position
                limit ?
                """, (row, number) -> new Entry(Envelope.of(row), new OrganisationId(row.getString("organisation_id")),
                Json.changes(row.getString("changes"))), after, upTo, limit);
    }
}
