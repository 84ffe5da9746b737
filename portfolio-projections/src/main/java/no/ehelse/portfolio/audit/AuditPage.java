package no.ehelse.portfolio.audit;

import java.util.List;

/**
 * The answer to {@link FindAudit}.
 *
 * @param nextAfter where the next page begins: the position of the last entry; of an empty page where this one began
 * @param head the position of the last event of the log
 */
public record AuditPage(List<AuditEntry> entries, long nextAfter, long head) {

    /** Copies the entries. */
    public AuditPage {
        entries = List.copyOf(entries);
    }

    /** The same, without who recorded the entries. */
    public AuditPage anonymous() {
        return new AuditPage(entries.stream().map(AuditEntry::anonymous).toList(), nextAfter, head);
    }
}
