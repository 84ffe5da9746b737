package no.ehelse.portfolio.organisation.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to an accepted registration of an organisation. */
@Schema(example = """
        {"id": "helse-sor-ost-rhf", "version": 0, "position": 18, "changed": true}""")
record OrganisationAnswer(String id, long version, long position, boolean changed) {}
