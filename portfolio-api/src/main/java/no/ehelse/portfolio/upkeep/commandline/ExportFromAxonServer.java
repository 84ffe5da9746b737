package no.ehelse.portfolio.upkeep.commandline;

import no.ehelse.portfolio.axonserver.LogToBeRead;
import no.ehelse.portfolio.evidence.LogExport;
import org.springframework.context.annotation.Import;

/** What an export needs of the service where the log is in an Axon Server. */
@Import({LogToBeRead.class, LogExport.class})
class ExportFromAxonServer {}
