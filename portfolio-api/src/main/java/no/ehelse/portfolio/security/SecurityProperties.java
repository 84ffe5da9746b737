package no.ehelse.portfolio.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.ehelse.portfolio.actor.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator says about who may do what: {@code portfolio.security.*}.
 *
 * @param officePassword of the local user {@code office}; null: one is made and kept in the data folder
 * @param publicReading what readers see who are not signed in; null: everything in local mode, what is published with OIDC
 * @param users further local users, by name
 * @param oidc the issuer of tokens; null: there is none, and users are local
 * @param cors from where pages of others may read
 * @param limits how often somebody may do something
 */
@ConfigurationProperties("portfolio.security")
record SecurityProperties(@Nullable String officePassword, @Nullable PublicReading publicReading,
        @DefaultValue Map<String, User> users, @Nullable Oidc oidc, @DefaultValue Cors cors,
        @DefaultValue Limits limits) {

    /** What readers see who are not signed in. */
    PublicReading shownToThePublic() {
        return Objects.requireNonNullElse(publicReading,
                oidc == null ? PublicReading.EVERYTHING : PublicReading.PUBLISHED);
    }

    /**
     * A local user.
     *
     * @param password its hash with the algorithm before it: {@code {bcrypt}$2y$12$…}
     * @param organisation that it acts for: an id, a name or an alias; null: none
     */
    record User(String password, Set<Role> roles, @Nullable String organisation) {}

    /**
     * An issuer of tokens, and what its claims are called. A claim is named as it is, or by a path into an object:
     * {@code realm_access.roles}.
     *
     * @param issuer as it stands in tokens; its configuration is read from there
     * @param audience that a token must be meant for
     * @param clockSkew by how much its clock and ours may differ
     * @param subjectClaim who it is: a pseudonym that does not change
     * @param rolesClaim a list, or one text with spaces between
     * @param organisationClaim whom the user acts for; an organisation's id, name or alias here
     * @param organisationPrefix what stands before it, and is left out: {@code 0192:}
     * @param clientClaim which program it is
     * @param roles which values of the claim stand for which role; a role that is not named is called as in
     *            {@link Role}, in lower case
     */
    record Oidc(URI issuer, String audience, @DefaultValue("60s") Duration clockSkew,
            @DefaultValue("sub") String subjectClaim, @DefaultValue("roles") String rolesClaim,
            @DefaultValue("organisation") String organisationClaim, @DefaultValue("") String organisationPrefix,
            @DefaultValue("client_id") String clientClaim, @DefaultValue Map<Role, Set<String>> roles) {}

    /**
     * Pages of others.
     *
     * @param allowedOrigins that may read, never write: {@code https://example.no}; none by default
     */
    record Cors(@DefaultValue List<String> allowedOrigins) {}

    /**
     * How often.
     *
     * @param writesPerSecond of one user, or of one address without a user; ten seconds' worth may come at once
     * @param failedLogins of one name from one address in a minute
     * @param failedLoginsOfAddress of one address in a minute, whatever the names
     */
    record Limits(@DefaultValue("2000") int writesPerSecond, @DefaultValue("10") int failedLogins,
            @DefaultValue("100") int failedLoginsOfAddress) {}
}
