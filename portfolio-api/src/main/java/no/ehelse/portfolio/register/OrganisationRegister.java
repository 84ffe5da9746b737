package no.ehelse.portfolio.register;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.ehelse.portfolio.eventstore.EventProcessors;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.organisation.OrganisationEvent.OrganisationRegistered;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.OrganisationName;
import no.ehelse.portfolio.organisation.Organisations;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose every id, name and alias is, as of the transaction that asks. Each is a primary key: of two organisations that
 * claim one name at the same time, the second fails, is decided again, and is then refused.
 */
@Component
@ProcessingGroup(EventProcessors.REGISTERS)
public class OrganisationRegister implements Organisations {

    private final JdbcClient database;

    OrganisationRegister(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<OrganisationId> find(String text) {
        return database.sql("select organisation from organisation_register where folded_name = ?")
                .param(OrganisationName.folded(text))
                .query((row, index) -> new OrganisationId(row.getString(1)))
                .optional();
    }

    /** Every organisation. */
    public List<OrganisationId> ids() {
        return database.sql("select distinct organisation from organisation_register order by organisation")
                .query((row, index) -> new OrganisationId(row.getString(1)))
                .list();
    }

    @EventHandler
    void on(OrganisationEvent event) {
        enter(event);
    }

    /** Enters what happened to an organisation. */
    void enter(OrganisationEvent event) {
        switch (event) {
            case OrganisationRegistered registered ->
                names(registered).forEach(name -> enter(name, registered.id()));
        }
    }

    private static Set<String> names(OrganisationRegistered registered) {
        Set<String> names = new LinkedHashSet<>();
        names.add(OrganisationName.folded(registered.id().value()));
        names.add(OrganisationName.folded(registered.name()));
        registered.aliases().stream().map(OrganisationName::folded).forEach(names::add);
        return names;
    }

    private void enter(String foldedName, OrganisationId owner) {
        database.sql("insert into organisation_register (folded_name, organisation) values (?, ?)")
                .params(foldedName, owner.value())
                .update();
    }

    /** Enters of what happened to an organisation what is not entered yet. */
    void follow(OrganisationEvent event) {
        switch (event) {
            case OrganisationRegistered registered -> names(registered).forEach(name -> database.sql("""
                    insert into organisation_register (folded_name, organisation)
                    select ?, ? where not exists (select 1 from organisation_register where folded_name = ?)""")
                    .params(name, registered.id().value(), name)
                    .update());
        }
    }

    /** Forgets everything. */
    void clear() {
        database.sql("delete from organisation_register").update();
    }
}
